using Orrery.Contracts.Loads;

namespace Orrery.Services.Ec2.Rules.Loads;

/// <summary>Finds every mistake of a shape.</summary>
internal sealed class ShapeCheck(List<string> mistakes)
{
    private const int Deepest = 16;
    private const double MostSeconds = 1e9;

    /// <summary>
    /// No rate and no cost is more, nor what a rate is made of. Ours: far above all that is real, and what is worked
    /// out of a few of such figures is still a number.
    /// </summary>
    public const double Most = 1e12;

    // What each kind takes: needed, then optional after a bar.
    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["constant"] = "value|",
        ["ramp"] = "from to seconds|start after",
        ["step"] = "from to|start after",
        ["diurnal"] = "low high peakHour|",
        ["weekly"] = "values|",
        ["spike"] = "value seconds|start after",
        ["trace"] = "csv|start after",
        ["sum"] = "parts|",
        ["product"] = "parts|value",
        ["noise"] = "parts amplitude|seed",
    };

    /// <summary>Checks a shape and its parts.</summary>
    public void Check(string where, LoadShape shape, int depth = 0)
    {
        if (shape.Kind is not { } kind || !Members.TryGetValue(kind, out var members))
        {
            mistakes.Add($"{where}.kind: '{shape.Kind}' is none of {string.Join(", ", Members.Keys)}");
            return;
        }

        var (needed, optional) = (members.Split('|')[0].Split(' '), members.Split('|')[1].Split(' '));
        foreach (var (name, value) in Given(shape))
        {
            if (value is null && needed.Contains(name)) mistakes.Add($"{where}.{name} is missing: a {kind} needs it");
            if (value is not null && !needed.Contains(name) && !optional.Contains(name))
                mistakes.Add($"{where}.{name}: a {kind} takes none");
            if (value is double number) CheckNumber($"{where}.{name}", name, number);
        }

        CheckLists(where, shape);
        CheckParts(where, shape, depth);
    }

    private void CheckNumber(string where, string name, double number)
    {
        var most = name switch { "peakHour" => 24, "amplitude" => 1, "seconds" or "after" => MostSeconds, _ => Most };
        if (!(number >= 0 && number <= most)) mistakes.Add($"{where}: {number} is not between 0 and {most}");
    }

    private void CheckLists(string where, LoadShape shape)
    {
        if (shape.Values is { } values && (values.Count != 7 || values.Any(v => !(v >= 0 && v <= Most))))
            mistakes.Add($"{where}.values: seven rates between 0 and {Most}, from Monday on");
        if (shape.Low > shape.High) mistakes.Add($"{where}.low is more than high");
        if (shape.Csv is { } csv)
            mistakes.AddRange(TraceText.Mistakes(csv).Select(mistake => $"{where}.csv: {mistake}"));
    }

    private void CheckParts(string where, LoadShape shape, int depth)
    {
        if (shape.Parts is not { } parts) return;
        if (parts.Count == 0) mistakes.Add($"{where}.parts is empty");
        if (shape.Kind == "noise" && parts.Count > 1) mistakes.Add($"{where}.parts: noise takes one");
        if (depth == Deepest)
        {
            mistakes.Add($"{where}.parts: more than {Deepest} deep");
            return;
        }

        for (var place = 0; place < parts.Count; place++)
            Check($"{where}.parts[{place}]", parts[place], depth + 1);
    }

    private static IEnumerable<(string Name, object? Value)> Given(LoadShape shape) =>
    [
        ("value", shape.Value), ("from", shape.From), ("to", shape.To), ("start", shape.Start), ("after", shape.After),
        ("seconds", shape.Seconds), ("low", shape.Low), ("high", shape.High), ("peakHour", shape.PeakHour),
        ("values", shape.Values), ("csv", shape.Csv), ("file", shape.File), ("parts", shape.Parts),
        ("amplitude", shape.Amplitude), ("seed", shape.Seed),
    ];
}
