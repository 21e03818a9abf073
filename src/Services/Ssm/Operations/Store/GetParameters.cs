using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ssm.Rules;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Services.Ssm.Operations.Store;

/// <summary>Shows several parameters; those that are not there are named.</summary>
public sealed class GetParameters : IReadOperation<GetParametersRequest, GetParametersResult>
{
    /// <inheritdoc/>
    public GetParametersResult Run(GetParametersRequest request, ReadCall call)
    {
        var (found, missing) = (new List<Parameter>(), new List<string>());
        foreach (var name in request.Names!.Distinct(StringComparer.Ordinal))
        {
            try
            {
                var (version, selector) = Parameters.Selected(call, name);
                found.Add(Parameters.Show(call, version, selector, request.WithDecryption == true));
            }
            catch (ServiceException refusal) when (refusal.Code is "ParameterNotFound" or "ParameterVersionNotFound")
            {
                missing.Add(name);
            }
        }

        return new() { Parameters = found, InvalidParameters = missing };
    }
}
