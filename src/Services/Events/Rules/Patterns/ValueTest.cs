using System.Text.Json;

namespace Orrery.Services.Events.Rules.Patterns;

/// <summary>A test of a value that is neither object nor array.</summary>
/// <param name="Holds">Whether a value passes.</param>
/// <param name="WantsAbsence">Whether it is instead that there is no value.</param>
internal sealed record ValueTest(Func<JsonElement, bool> Holds, bool WantsAbsence = false)
{
    /// <summary>A test that only texts can pass.</summary>
    public static ValueTest OfText(Func<string, bool> holds) =>
        new(value => value.ValueKind == JsonValueKind.String && holds(value.GetString()!));
}
