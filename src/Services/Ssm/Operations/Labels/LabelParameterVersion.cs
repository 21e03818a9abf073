using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ssm.Rules;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Services.Ssm.Operations.Labels;

/// <summary>Gives labels to a version; another version loses them.</summary>
public sealed class LabelParameterVersion : IWriteOperation<LabelParameterVersionRequest, LabelParameterVersionResult>
{
    /// <inheritdoc/>
    public LabelParameterVersionResult Run(LabelParameterVersionRequest request, Call call)
    {
        var parameter = Parameters.Of(call, request.Name!);
        var number = request.ParameterVersion ?? parameter.Latest.Version;
        var all = Parameters.Versions(call, parameter);
        var version = all.FirstOrDefault(v => v.Version == number)
            ?? throw Errors.NoVersion($"{request.Name}:{number}");
        var good = request.Labels!.Where(LabelRules.IsGood).Distinct(StringComparer.Ordinal).ToList();
        LabelRules.Hold(version, good);
        foreach (var other in all.Where(v => v.Version != number && v.Labels.Any(good.Contains)))
            Parameters.Put(call, other with { Labels = [.. other.Labels.Except(good)] });
        Parameters.Put(call, version with { Labels = [.. version.Labels.Union(good)] });
        ParameterEvents.Changed(call, parameter, "LabelParameterVersion");
        return new()
        {
            InvalidLabels = [.. request.Labels!.Where(label => !LabelRules.IsGood(label))], ParameterVersion = number,
        };
    }
}
