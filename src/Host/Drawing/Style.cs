using Orrery.Contracts.Maps;

namespace Orrery.Host.Drawing;

/// <summary>The colours of a picture.</summary>
internal static class Style
{
    public const string Ink = "fill=\"#1f2430\"";
    public const string Soft = "fill=\"#5c6675\"";
    public const string Bold = "fill=\"#1f2430\" font-weight=\"bold\"";
    public const string Right = "fill=\"#5c6675\" text-anchor=\"end\"";
    public const string Centre = "fill=\"#5c6675\" text-anchor=\"middle\"";
    public const string Refused = "fill=\"#c92a2a\" font-weight=\"bold\"";
    private const string LitLine = "#e8710a";
    private const string BlockedLine = "#c92a2a";

    /// <summary>A box with its fill and border, lit or refused where a trace says so.</summary>
    public static string Of(Lit lit, string id, string fill, string border, string more = "") =>
        lit.IsBlocked(id) ? $"fill=\"#ffe9e9\" stroke=\"{BlockedLine}\" stroke-width=\"3\""
        : lit.Has(id) ? $"fill=\"#fff4e0\" stroke=\"{LitLine}\" stroke-width=\"2.5\""
        : $"fill=\"{fill}\" stroke=\"{border}\" {more}".TrimEnd();

    /// <summary>A line: lit, refused, broken where nothing passes.</summary>
    public static string Line(Lit lit, string id, bool works)
    {
        var (colour, width) = lit.IsBlocked(id) ? (BlockedLine, "3.5")
            : lit.Has(id) ? (LitLine, "3.5")
            : ("#7a8594", "1.5");
        return $"stroke=\"{colour}\" stroke-width=\"{width}\"" + (works ? "" : " stroke-dasharray=\"5 4\"");
    }

    /// <summary>The fill and border of a subnet.</summary>
    public static (string Fill, string Border) Tier(MapTier tier) => tier switch
    {
        MapTier.Public => ("#eaf6ea", "#6aa66a"),
        MapTier.Private => ("#e9f1fa", "#6f9cc9"),
        _ => ("#f3f3f4", "#a3a9b2"),
    };

    /// <summary>The colour of something small.</summary>
    public static string Part(string kind) => kind switch
    {
        "instance" => "#d9730d",
        "natgateway" => "#7048b6",
        "internet-gateway" or "egress-only-internet-gateway" => "#2b8a3e",
        "vpn-gateway" => "#0b7285",
        "vpc-endpoint" => "#1864ab",
        _ => "#868e96",
    };

    /// <summary>The badge with the numbers of hops.</summary>
    public static string Badge(Lit lit, string id) =>
        $"fill=\"{(lit.IsBlocked(id) ? BlockedLine : LitLine)}\"";
}
