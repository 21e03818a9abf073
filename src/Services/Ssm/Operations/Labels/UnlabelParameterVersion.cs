using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ssm.Rules;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Services.Ssm.Operations.Labels;

/// <summary>Takes labels from a version.</summary>
public sealed class UnlabelParameterVersion
    : IWriteOperation<UnlabelParameterVersionRequest, UnlabelParameterVersionResult>
{
    /// <inheritdoc/>
    public UnlabelParameterVersionResult Run(UnlabelParameterVersionRequest request, Call call)
    {
        var parameter = Parameters.Of(call, request.Name!);
        var version = Parameters.Versions(call, parameter).FirstOrDefault(v => v.Version == request.ParameterVersion)
            ?? throw Errors.NoVersion($"{request.Name}:{request.ParameterVersion}");
        var gone = request.Labels!.Where(version.Labels.Contains).ToList();
        Parameters.Put(call, version with { Labels = [.. version.Labels.Except(gone)] });
        return new() { RemovedLabels = gone, InvalidLabels = [.. request.Labels!.Except(gone)] };
    }
}
