using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>
/// Tells the metadata options that the account set for new instances; what is missing has no preference.
/// </summary>
public sealed class GetInstanceMetadataDefaults
    : IReadOperation<GetInstanceMetadataDefaultsRequest, GetInstanceMetadataDefaultsResult>
{
    /// <inheritdoc/>
    public GetInstanceMetadataDefaultsResult Run(GetInstanceMetadataDefaultsRequest request, ReadCall call)
    {
        var defaults = InstanceDefaults.Of(call);
        return new()
        {
            AccountLevel = new()
            {
                HttpTokens = defaults.HttpTokens,
                HttpPutResponseHopLimit = defaults.HopLimit,
                HttpEndpoint = defaults.HttpEndpoint,
                InstanceMetadataTags = defaults.Tags,
                HttpTokensEnforced = defaults.Enforced,
                ManagedBy = ManagedBy.Account,
            },
        };
    }
}
