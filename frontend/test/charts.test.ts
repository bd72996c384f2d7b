import { describe, expect, it } from "vitest";
import { cut, roomy } from "../src/charts/axes";
import { dotPlot } from "../src/charts/DotPlot";
import { spread } from "../src/charts/Lines";
import type { Marks } from "../src/charts/marks";

describe("names at the ends of lines", () => {
  it("stay in their order and never stand closer than a line of text", () => {
    const placed = spread([100, 101, 102, 300], 0, 400);
    expect(placed).toEqual([100, 118, 136, 300]);
  });

  it("do not leave the drawing at the bottom", () => {
    const placed = spread([390, 395, 400], 0, 400);
    expect(placed).toEqual([364, 382, 400]);
  });
});

describe("axes", () => {
  it("leave a little room, also around a single value and around nothing", () => {
    expect(roomy([0, 100])).toEqual([-5, 105]);
    expect(roomy([10])).toEqual([9.5, 10.5]);
    expect(roomy([])).toEqual([0, 1]);
  });

  it("shorten a name that is too long and say that they did", () => {
    expect(cut("abc", 100)).toBe("abc");
    expect(cut("a-very-long-name-indeed", 60)).toMatch(/^a-very.*…$/);
  });
});

describe("a dot plot", () => {
  it("says every point to the marks, one a line, and grows with their number", () => {
    const said: string[] = [];
    const marks: Marks = {
      columns: () => undefined,
      mark: (index, text) => {
        said[index] = text;
        return {} as ReturnType<Marks["mark"]>;
      },
    };
    const dots = ["a", "b", "c"].map((name, index) => ({
      name,
      value: index,
      lower: null,
      upper: null,
      text: `${name} is ${index}`,
    }));
    const drawn = dotPlot({ width: 300, marks, dots, label: "x" });
    expect(said).toEqual(["a is 0", "b is 1", "c is 2"]);
    expect(drawn.height).toBeGreaterThan(3 * 28);
    expect(drawn.width).toBe(300);
  });
});
