using System.Collections.Immutable;
using Orrery.Services.Events.Records;

namespace Orrery.Services.Events.Rules.Inputs;

/// <summary>What a target gets of an event: all of it, a part, a constant, or a filled template.</summary>
internal static class TargetInput
{
    /// <summary>The input of a target.</summary>
    public static string Of(TargetRecord target, TriggeredEvent triggered) =>
        target.Input
        ?? (target.InputPath is { } path ? JsonPath.Find(triggered.Occurred, path)?.GetRawText() ?? "null"
            : target.Template is { } template ? InputTemplate.Fill(template, Variables(target, triggered))
            : triggered.Json);

    private static Dictionary<string, string?> Variables(TargetRecord target, TriggeredEvent triggered)
    {
        var values = ReservedVariables.Of(triggered);
        foreach (var (name, path) in target.Paths ?? ImmutableSortedDictionary<string, string>.Empty)
            values[name] = JsonPath.Find(triggered.Occurred, path)?.GetRawText();
        return values;
    }
}
