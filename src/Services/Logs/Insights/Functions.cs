using Orrery.Core;

namespace Orrery.Services.Logs.Insights;

/// <summary>
/// The functions of one row. Source: CloudWatch Logs User Guide, "Boolean, comparison, numeric, datetime, and other
/// functions". Those of periods are with the parser.
/// </summary>
internal static class Functions
{
    private const int Many = 100;

    private static readonly Dictionary<string, Function> All = new(StringComparer.OrdinalIgnoreCase)
    {
        ["abs"] = Number(Math.Abs),
        ["ceil"] = Number(Math.Ceiling),
        ["floor"] = Number(Math.Floor),
        ["sqrt"] = Number(Math.Sqrt),
        ["log"] = Number(Math.Log),
        ["round"] = new(1, 2, a => Values.NumberOf(a[0]) is { } n
            ? Math.Round(n, (int)Math.Clamp(Values.NumberOf(a.ElementAtOrDefault(1)) ?? 0, 0, 15),
                MidpointRounding.AwayFromZero)
            : null),
        ["greatest"] = new(1, Many, a => a.Select(Values.NumberOf).Max()),
        ["least"] = new(1, Many, a => a.Select(Values.NumberOf).Min()),
        ["ispresent"] = new(1, 1, a => a[0] is not null),
        ["coalesce"] = new(1, Many, a => a.FirstOrDefault(v => v is not null)),
        ["isempty"] = new(1, 1, a => string.IsNullOrEmpty(Values.TextOf(a[0]))),
        ["isblank"] = new(1, 1, a => string.IsNullOrWhiteSpace(Values.TextOf(a[0]))),
        ["concat"] = new(1, Many, a => string.Concat(a.Select(Values.TextOf))),
        ["ltrim"] = Text(1, 2, (t, a) => a.Count > 1 ? Left(t, Second(a)) : t.TrimStart()),
        ["rtrim"] = Text(1, 2, (t, a) => a.Count > 1 ? Right(t, Second(a)) : t.TrimEnd()),
        ["trim"] = Text(1, 2, (t, a) => a.Count > 1 ? Right(Left(t, Second(a)), Second(a)) : t.Trim()),
        ["strlen"] = Text(1, 1, (t, _) => (double)t.EnumerateRunes().Count()),
        ["toupper"] = Text(1, 1, (t, _) => t.ToUpperInvariant()),
        ["tolower"] = Text(1, 1, (t, _) => t.ToLowerInvariant()),
        ["substr"] = Text(2, 3, Substring),
        ["replace"] = Text(3, 3, (t, a) => Second(a) is { Length: > 0 } old
            ? t.Replace(old, Values.TextOf(a[2]) ?? "", StringComparison.Ordinal)
            : t),
        ["strcontains"] = Text(2, 2, (t, a) => t.Contains(Second(a), StringComparison.Ordinal) ? 1d : 0d),
        ["tomillis"] = new(1, 1, a => Values.NumberOf(a[0])),
        ["frommillis"] = new(1, 1, a => Values.NumberOf(a[0]) is { } n ? new QueryTime((long)n) : null),
        ["isvalidip"] = Text(1, 1, (t, _) => Address(t) is not null),
        ["isvalidipv4"] = Text(1, 1, (t, _) => Address(t) is { IsV6: false }),
        ["isvalidipv6"] = Text(1, 1, (t, _) => Address(t) is { IsV6: true }),
        ["isipinsubnet"] = Text(2, 2, (t, a) => IsIn(t, Second(a))),
        ["isipv4insubnet"] = Text(2, 2, (t, a) => Address(t) is { IsV6: false } && IsIn(t, Second(a))),
        ["isipv6insubnet"] = Text(2, 2, (t, a) => Address(t) is { IsV6: true } && IsIn(t, Second(a))),
    };

    /// <summary>A function by its name; null where there is none.</summary>
    public static Function? Find(string name) => All.GetValueOrDefault(name);

    private static Function Number(Func<double, double> of) =>
        new(1, 1, a => Values.NumberOf(a[0]) is { } n && of(n) is var r && double.IsFinite(r) ? r : null);

    private static Function Text(int least, int most, Func<string, IReadOnlyList<object?>, object?> of) =>
        new(least, most, a => Values.TextOf(a[0]) is { } text ? of(text, a) : null);

    private static string Second(IReadOnlyList<object?> arguments) => Values.TextOf(arguments[1]) ?? "";

    private static string Left(string text, string part) =>
        part.Length > 0 && text.StartsWith(part, StringComparison.Ordinal) ? text[part.Length..] : text;

    private static string Right(string text, string part) =>
        part.Length > 0 && text.EndsWith(part, StringComparison.Ordinal) ? text[..^part.Length] : text;

    private static object? Substring(string text, IReadOnlyList<object?> arguments)
    {
        var start = (int)Math.Clamp(Values.NumberOf(arguments[1]) ?? 0, 0, text.Length);
        var length = arguments.Count > 2 ? Values.NumberOf(arguments[2]) ?? 0 : text.Length;
        return text.Substring(start, (int)Math.Clamp(length, 0, text.Length - start));
    }

    private static IpAddress? Address(string text) => IpAddress.TryParse(text, out var address) ? address : null;

    private static bool IsIn(string text, string subnet) =>
        Address(text) is { } address && Cidr.TryParse(subnet, out var cidr) && cidr.Contains(address);
}
