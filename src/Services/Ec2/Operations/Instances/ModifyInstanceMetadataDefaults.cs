using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Sets the metadata options of instances that are launched from now on, or takes them back.</summary>
public sealed class ModifyInstanceMetadataDefaults
    : IWriteOperation<ModifyInstanceMetadataDefaultsRequest, ModifyInstanceMetadataDefaultsResult>
{
    /// <inheritdoc/>
    public ModifyInstanceMetadataDefaultsResult Run(ModifyInstanceMetadataDefaultsRequest request, Call call)
    {
        if (request.HttpPutResponseHopLimit is < -1 or 0 or > 64)
        {
            throw Errors.InvalidParameterValue(
                $"The value ({request.HttpPutResponseHopLimit}) for HttpPutResponseHopLimit is neither from 1 to 64 "
                + "nor -1.");
        }

        var before = InstanceDefaults.Of(call);
        call.Write(HealthTables.Defaults).Put(before with
        {
            // No preference is no value, as what the other enumerations do not know.
            HttpTokens = request.HttpTokens is { } tokens ? HttpTokensStateWire.Parse(tokens.ToWire())
                : before.HttpTokens,
            HopLimit = request.HttpPutResponseHopLimit is { } hops ? (hops == -1 ? null : hops) : before.HopLimit,
            HttpEndpoint = request.HttpEndpoint is { } endpoint
                ? InstanceMetadataEndpointStateWire.Parse(endpoint.ToWire())
                : before.HttpEndpoint,
            Tags = request.InstanceMetadataTags is { } tags ? InstanceMetadataTagsStateWire.Parse(tags.ToWire())
                : before.Tags,
            Enforced = request.HttpTokensEnforced is { } enforced
                ? HttpTokensEnforcedStateWire.Parse(enforced.ToWire())
                : before.Enforced,
        });
        return new() { Return = true };
    }
}
