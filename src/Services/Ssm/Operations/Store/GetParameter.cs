using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ssm.Rules;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Services.Ssm.Operations.Store;

/// <summary>Shows a parameter: its latest version, or one that is selected.</summary>
public sealed class GetParameter : IReadOperation<GetParameterRequest, GetParameterResult>
{
    /// <inheritdoc/>
    public GetParameterResult Run(GetParameterRequest request, ReadCall call)
    {
        var (version, selector) = Parameters.Selected(call, request.Name!);
        return new() { Parameter = Parameters.Show(call, version, selector, request.WithDecryption == true) };
    }
}
