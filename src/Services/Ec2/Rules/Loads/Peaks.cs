using Orrery.Contracts.Loads;

namespace Orrery.Services.Ec2.Rules.Loads;

/// <summary>What shapes can reach at most.</summary>
internal static class Peaks
{
    /// <summary>
    /// No minute of a shape without mistakes has more. Infinity, or no number at all, where even a step on the way
    /// there is past all numbers.
    /// </summary>
    public static double Of(LoadShape shape) => shape.Kind switch
    {
        "constant" or "spike" => shape.Value!.Value,
        "ramp" or "step" => Math.Max(shape.From!.Value, shape.To!.Value),
        "diurnal" => shape.High!.Value,
        "weekly" => shape.Values!.Max(),
        "trace" => TraceText.Read(shape.Csv!, DateTimeOffset.UnixEpoch).Max(static point => point.Value),
        "sum" => shape.Parts!.Sum(Of),
        // In the order in which the shape multiplies: 1e300 * 1e300 * 0 is no number.
        "product" => shape.Parts!.Aggregate(shape.Value ?? 1, static (product, part) => product * Of(part)),
        "noise" => Of(shape.Parts![0]) * (1 + shape.Amplitude!.Value),
        _ => throw new InvalidOperationException($"No shape is called {shape.Kind}."),
    };
}
