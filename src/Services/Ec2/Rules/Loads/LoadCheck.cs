using Orrery.Contracts.Loads;

namespace Orrery.Services.Ec2.Rules.Loads;

/// <summary>Finds every mistake of a file of loads.</summary>
internal static class LoadCheck
{
    private const int LongestName = 64;

    /// <summary>The mistakes, each with its place.</summary>
    public static List<string> Mistakes(IReadOnlyList<LoadDeclaration> loads)
    {
        var mistakes = new List<string>();
        if (loads.Count == 0) mistakes.Add("loads: there are none");
        for (var place = 0; place < loads.Count; place++) Check($"loads[{place}]", loads[place], mistakes);
        foreach (var twice in loads.GroupBy(load => load.Name).Where(g => g.Key is not null && g.Count() > 1))
            mistakes.Add($"loads: two are named '{twice.Key}'");
        return mistakes;
    }

    private static void Check(string where, LoadDeclaration load, List<string> mistakes)
    {
        if (load.Name is not { Length: > 0 and <= LongestName } name || !name.All(IsOfName))
            mistakes.Add($"{where}.name: '{load.Name}' is not 1 to 64 letters, digits, dots, dashes, underscores");
        if (load.Targets is not { Count: > 0 } targets) mistakes.Add($"{where}.targets is missing");
        else
            for (var place = 0; place < targets.Count; place++)
                Check($"{where}.targets[{place}]", targets[place], mistakes);
        if (load.Rate is { } rate) Check($"{where}.rate", rate, mistakes);
        else mistakes.Add($"{where}.rate is missing");
        if (load.Cost is { } cost) Check($"{where}.cost", cost, mistakes);
        else mistakes.Add($"{where}.cost is missing");
        if (load.To <= load.From) mistakes.Add($"{where}.to is not after from");
    }

    private static void Check(string where, LoadShape rate, List<string> mistakes)
    {
        var before = mistakes.Count;
        new ShapeCheck(mistakes).Check(where, rate);
        // What its parts make together can only be asked of a shape that is whole.
        if (mistakes.Count == before && Peaks.Of(rate) is var peak && !(peak <= ShapeCheck.Most))
            mistakes.Add($"{where}: it can reach {peak}, which is not between 0 and {ShapeCheck.Most}");
    }

    private static void Check(string where, LoadTarget target, List<string> mistakes)
    {
        string?[] given = [target.Instance, target.Tag, target.Group, target.TargetGroup];
        if (given.Count(each => each is not null) != 1) mistakes.Add($"{where}: say one of instance, tag and group");
        if (target.TargetGroup is not null) mistakes.Add($"{where}.targetGroup: target groups are not served");
        if (target.Tag is { } tag && tag.IndexOf('=', StringComparison.Ordinal) < 1)
            mistakes.Add($"{where}.tag: '{tag}' is not key=value");
        if (target.Instance is { } id && !id.StartsWith("i-", StringComparison.Ordinal))
            mistakes.Add($"{where}.instance: '{id}' is no instance's id");
    }

    private static void Check(string where, LoadCost cost, List<string> mistakes)
    {
        (string Name, double? Value)[] parts =
        [
            ("cpuSeconds", cost.CpuSeconds), ("memoryMb", cost.MemoryMb), ("bytesIn", cost.BytesIn),
            ("bytesOut", cost.BytesOut), ("diskReads", cost.DiskReads), ("diskWrites", cost.DiskWrites),
        ];
        if (parts.All(part => part.Value is null)) mistakes.Add($"{where}: a request costs nothing");
        foreach (var (name, value) in parts)
            if (value is { } number && !(number >= 0 && number <= ShapeCheck.Most))
                mistakes.Add($"{where}.{name}: {number} is not between 0 and {ShapeCheck.Most}");
    }

    private static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_';
}
