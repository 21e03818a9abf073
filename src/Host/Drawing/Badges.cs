namespace Orrery.Host.Drawing;

/// <summary>The badges with the numbers of hops.</summary>
internal static class Badges
{
    /// <summary>How wide one is.</summary>
    public static int WidthOf(string numbers) => Math.Max(16, TextSize.Of(numbers, 9) + 10);

    /// <summary>Draws one around a point.</summary>
    public static void Draw(Svg svg, Spot centre, string numbers, string style)
    {
        var width = WidthOf(numbers);
        svg.Rectangle(new(centre.X - (width / 2), centre.Y - 7, width, 14), style, 7);
        svg.Text(
            new(centre.X, centre.Y + 3), numbers, 9, "fill=\"#ffffff\" font-weight=\"bold\" text-anchor=\"middle\"");
    }
}
