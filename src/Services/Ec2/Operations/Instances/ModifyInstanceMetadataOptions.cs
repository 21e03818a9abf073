using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Changes how an instance reaches its metadata; the change is applied after a while.</summary>
public sealed class ModifyInstanceMetadataOptions
    : IWriteOperation<ModifyInstanceMetadataOptionsRequest, ModifyInstanceMetadataOptionsResult>
{
    /// <inheritdoc/>
    public ModifyInstanceMetadataOptionsResult Run(ModifyInstanceMetadataOptionsRequest request, Call call)
    {
        var instance = InstanceStates.Alive(InstanceKinds.Instance.Get(call, request.InstanceId!));
        var wanted = new InstanceMetadataOptionsRequest
        {
            HttpTokens = request.HttpTokens,
            HttpPutResponseHopLimit = request.HttpPutResponseHopLimit,
            HttpEndpoint = request.HttpEndpoint,
            HttpProtocolIpv6 = request.HttpProtocolIpv6,
            InstanceMetadataTags = request.InstanceMetadataTags,
        };
        var options = LaunchOptions.Metadata(wanted, instance.MetadataOptions);
        if (request.HttpTokens == HttpTokensState.Optional)
        {
            InstanceDefaults.Enforced(call, options);
        }

        InstanceSettingsLoop.Begin(call, instance with { MetadataOptions = options });
        return new()
        {
            InstanceId = instance.Id.Value, InstanceMetadataOptions = InstanceView.MetadataOf(options),
        };
    }
}
