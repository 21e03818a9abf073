using Orrery.Contracts.Maps;

namespace Orrery.Host.Drawing;

/// <summary>What an account has in a region, while it is being placed: two rows of VPCs, the links between.</summary>
internal sealed class Region(string account, string name)
{
    public const int Pad = 16;
    public const int Gap = 28;
    private const int LeastWidth = 420;

    public string Account { get; } = account;

    public string Name { get; } = name;

    /// <summary>The upper row: each entry stands above the links, those of a stack one above the other.</summary>
    public List<List<VpcShape>> Upper { get; } = [];

    /// <summary>The lower row.</summary>
    public List<List<VpcShape>> Lower { get; } = [];

    public List<MapHub> Hubs { get; } = [];

    /// <summary>VPCs that are not drawn.</summary>
    public int Hidden { get; set; }

    /// <summary>Its left edge.</summary>
    public int X { get; set; }

    public int Width => Math.Max(LeastWidth, Math.Max(WidthOf(Upper), WidthOf(Lower)) + (2 * Pad));

    /// <summary>The width of a stack: its boxes, and room for the lines of those that do not face the links.</summary>
    public static int WidthOf(List<VpcShape> stack) => stack.Max(s => s.Width) + Gutter(stack);

    /// <summary>The room left of a stack for such lines.</summary>
    public static int Gutter(List<VpcShape> stack) =>
        stack.Count == 1 ? 0 : 10 + (6 * stack.Skip(1).Sum(s => s.Ports.Attachments + s.Ports.Others));

    /// <summary>The height of a stack.</summary>
    public static int HeightOf(List<VpcShape> stack) => stack.Sum(s => s.Height) + (12 * (stack.Count - 1));

    /// <summary>Puts a stack into the row that is shorter.</summary>
    public void Add(List<VpcShape> stack, bool twoRows) =>
        (twoRows && WidthOf(Upper) > WidthOf(Lower) ? Lower : Upper).Add(stack);

    private static int WidthOf(List<List<VpcShape>> row) => row.Sum(s => WidthOf(s) + Gap) - (row.Count > 0 ? Gap : 0);
}
