package dev.arena.core.store;

import dev.arena.core.model.Invite;
import dev.arena.core.model.InviteDraft;
import dev.arena.core.model.InviteId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.RoleGrant;
import dev.arena.core.model.StudyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

final class InMemoryPeople implements PeopleStore {
    private final Memory memory;
    private final InMemoryJudges judges;
    private final InMemoryVotes votes;
    private final InMemoryStudyTable studies;
    private final List<InviteDraft> invites = new ArrayList<>();
    private final Map<InviteId, Instant> inviteEnds = new HashMap<>();
    private final List<RoleGrant> grants = new ArrayList<>();
    private final Map<Integer, Instant> roleEnds = new HashMap<>();
    private final Map<String, Device> devices = new HashMap<>();
    private final Map<String, DeviceCode> codes = new HashMap<>();
    private final Map<JudgeId, String> newestCodes = new HashMap<>();

    InMemoryPeople(Memory memory, InMemoryJudges judges, InMemoryVotes votes, InMemoryStudyTable studies) {
        this.memory = memory;
        this.judges = judges;
        this.votes = votes;
        this.studies = studies;
    }

    @Override
    public Invite putInvite(InviteDraft draft) {
        return memory.write(() -> {
            if (invites.stream().anyMatch(old -> old.secretHash().equals(draft.secretHash()))) {
                throw new IllegalArgumentException("an invitation with that secret is stored already");
            }
            requireStudy(draft.study());
            memory.add(invites, draft);
            return invite(invites.size());
        });
    }

    private Invite invite(int number) {
        InviteId id = new InviteId(number);
        long used = grants.stream().filter(grant -> id.equals(grant.invite())).count();
        return new Invite(id, invites.get(number - 1), used, inviteEnds.get(id));
    }

    @Override
    public Optional<Invite> findInvite(String secretHash) {
        return memory.read(() -> {
            for (int i = 0; i < invites.size(); i++) {
                if (invites.get(i).secretHash().equals(secretHash)) {
                    return Optional.of(invite(i + 1));
                }
            }
            return Optional.empty();
        });
    }

    @Override
    public Optional<Invite> findInvite(InviteId id) {
        return memory.read(() -> isStored(id) ? Optional.of(invite((int) id.value())) : Optional.empty());
    }

    private boolean isStored(InviteId id) {
        return id.value() >= 1 && id.value() <= invites.size();
    }

    private Invite require(InviteId id) {
        if (!isStored(id)) {
            throw new IllegalArgumentException("invitation " + id.value() + " is not stored");
        }
        return invite((int) id.value());
    }

    @Override
    public List<Invite> listInvites(@Nullable StudyId study) {
        return memory.read(() -> {
            List<Invite> found = new ArrayList<>();
            for (int number = invites.size(); number > 0; number--) {
                if (Objects.equals(invites.get(number - 1).study(), study)) {
                    found.add(invite(number));
                }
            }
            return found;
        });
    }

    @Override
    public boolean endInvite(InviteId id, Instant now) {
        return memory.write(() -> {
            if (require(id).endedAt() != null) {
                return false;
            }
            memory.put(inviteEnds, id, now);
            return true;
        });
    }

    @Override
    public Joined join(InviteId id, JudgeId judge, Instant now) {
        return memory.write(() -> {
            Invite invite = require(id);
            RoleGrant wanted =
                    new RoleGrant(judge, invite.draft().scope(), invite.draft().role(), id, now);
            Optional<RoleGrant> held = standing(wanted);
            if (held.isPresent()) {
                return new Joined.Held(held.get());
            }
            Invite.Refusal refusal = invite.refusal(now);
            return refusal == null ? new Joined.Granted(store(wanted)) : new Joined.Refused(refusal);
        });
    }

    private Optional<RoleGrant> standing(RoleGrant wanted) {
        return standing().stream().filter(grant -> isSameRole(grant, wanted)).findFirst();
    }

    private static boolean isSameRole(RoleGrant one, RoleGrant other) {
        return one.judge().equals(other.judge())
                && Objects.equals(one.study(), other.study())
                && one.role() == other.role();
    }

    private List<RoleGrant> standing() {
        List<RoleGrant> standing = new ArrayList<>();
        for (int i = 0; i < grants.size(); i++) {
            if (!roleEnds.containsKey(i)) {
                standing.add(grants.get(i));
            }
        }
        return standing;
    }

    private void requireStudy(@Nullable StudyId study) {
        if (study != null
                && studies.list().stream().noneMatch(known -> known.id().equals(study))) {
            throw new IllegalArgumentException("study " + study.value() + " is not stored");
        }
    }

    private RoleGrant store(RoleGrant grant) {
        judges.require(grant.judge());
        requireStudy(grant.study());
        memory.add(grants, grant);
        return grant;
    }

    @Override
    public RoleGrant grant(RoleGrant grant) {
        return memory.write(() -> standing().stream()
                .filter(old -> old.invite() == null && isSameRole(old, grant))
                .findFirst()
                .orElseGet(() -> store(grant)));
    }

    @Override
    public List<RoleGrant> listRoles(JudgeId judge) {
        return memory.read(() ->
                standing().stream().filter(grant -> grant.judge().equals(judge)).toList());
    }

    @Override
    public List<RoleGrant> listMembers(@Nullable StudyId study) {
        return memory.read(() -> standing().stream()
                .filter(grant -> Objects.equals(grant.study(), study))
                .toList());
    }

    @Override
    public List<RoleGrant> listRolesBy(InviteId id) {
        return memory.read(() ->
                standing().stream().filter(grant -> id.equals(grant.invite())).toList());
    }

    @Override
    public Map<InviteId, Long> countRolesByInvite(@Nullable StudyId study) {
        return memory.read(() -> {
            Map<InviteId, Long> counts = new HashMap<>();
            for (RoleGrant grant : standing()) {
                InviteId id = grant.invite();
                if (id != null && Objects.equals(require(id).draft().study(), study)) {
                    counts.merge(id, 1L, Long::sum);
                }
            }
            return counts;
        });
    }

    @Override
    public List<RoleGrant> endRolesBy(InviteId id, Instant now) {
        return memory.write(() -> {
            Invite invite = require(id);
            return end(grant -> invite.id().equals(grant.invite()), now);
        });
    }

    @Override
    public List<RoleGrant> endRolesThatSeeNames(JudgeId judge, Instant now) {
        return memory.write(
                () -> end(grant -> grant.judge().equals(judge) && grant.role().seesNames(), now));
    }

    private List<RoleGrant> end(Predicate<RoleGrant> which, Instant now) {
        List<RoleGrant> ended = new ArrayList<>();
        for (int i = 0; i < grants.size(); i++) {
            if (which.test(grants.get(i)) && !roleEnds.containsKey(i)) {
                memory.put(roleEnds, i, now);
                ended.add(grants.get(i));
            }
        }
        return ended;
    }

    private record Device(JudgeId judge, Instant linkedAt) {}

    private JudgeId link(String secretHash, JudgeId judge, Instant now) {
        judges.require(judge);
        if (devices.containsKey(secretHash)) {
            throw new IllegalArgumentException("that browser stands for a judge already");
        }
        memory.put(devices, secretHash, new Device(judge, InMemoryStudyTable.ms(now)));
        return judge;
    }

    @Override
    public Optional<JudgeId> findDevice(String secretHash) {
        return memory.read(() -> Optional.ofNullable(devices.get(secretHash)).map(Device::judge));
    }

    @Override
    public List<Instant> listDevices(JudgeId judge) {
        return memory.read(() -> devices.values().stream()
                .filter(device -> device.judge().equals(judge))
                .map(Device::linkedAt)
                .sorted()
                .toList());
    }

    @Override
    public void putCode(DeviceCode code) {
        DeviceCode unused = memory.write(() -> {
            judges.require(code.judge());
            memory.put(codes, code.hash(), code);
            memory.put(newestCodes, code.judge(), code.hash());
            return code;
        });
    }

    @Override
    public Optional<JudgeId> claim(String codeHash, String secretHash, Instant now) {
        return memory.write(() -> {
            DeviceCode code = codes.get(codeHash);
            if (code == null || !codeHash.equals(newestCodes.get(code.judge())) || !now.isBefore(code.expiresAt())) {
                return Optional.empty();
            }
            memory.remove(newestCodes, code.judge());
            return Optional.of(link(secretHash, code.judge(), now));
        });
    }

    @Override
    public boolean hasVotes(JudgeId judge) {
        return memory.read(() -> votes.hasVotes(judge));
    }
}
