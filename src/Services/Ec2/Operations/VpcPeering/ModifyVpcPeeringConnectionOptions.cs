using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Peering;
using Orrery.Wire.Generated.Ec2;
using Code = Orrery.Wire.Generated.Ec2.VpcPeeringConnectionStateReasonCode;

namespace Orrery.Services.Ec2.Operations.VpcPeering;

/// <summary>Changes the DNS option of one's own side of an active connection, in that side's region.</summary>
public sealed class ModifyVpcPeeringConnectionOptions
    : IWriteOperation<ModifyVpcPeeringConnectionOptionsRequest, ModifyVpcPeeringConnectionOptionsResult>
{
    /// <inheritdoc/>
    public ModifyVpcPeeringConnectionOptionsResult Run(ModifyVpcPeeringConnectionOptionsRequest request, Call call)
    {
        var peering = PeeringStore.Get(call, request.VpcPeeringConnectionId!);
        if (request.RequesterPeeringConnectionOptions is null && request.AccepterPeeringConnectionOptions is null)
        {
            throw Errors.Missing("accepterPeeringConnectionOptions or requesterPeeringConnectionOptions");
        }

        if (peering.State != Code.Active)
        {
            throw PeeringRules.InvalidState(peering, "modified");
        }

        var changed = peering with
        {
            Requester = Changed(call, peering.Requester, request.RequesterPeeringConnectionOptions),
            Accepter = Changed(call, peering.Accepter, request.AccepterPeeringConnectionOptions),
        };
        PeeringStore.Change(call, changed);
        return new()
        {
            RequesterPeeringConnectionOptions = View(changed.Requester, request.RequesterPeeringConnectionOptions),
            AccepterPeeringConnectionOptions = View(changed.Accepter, request.AccepterPeeringConnectionOptions),
        };
    }

    private static PeeringSide Changed(Call call, PeeringSide side, PeeringConnectionOptionsRequest? options)
    {
        if (options is null)
        {
            return side;
        }

        if (PeeringStore.ScopeOf(side) != call.Scope)
        {
            throw Errors.OperationNotPermitted(
                $"User {call.Account} cannot modify the options of {side.VpcId} in region {call.Region}");
        }

        if (options.AllowEgressFromLocalClassicLinkToRemoteVpc == true
            || options.AllowEgressFromLocalVpcToRemoteClassicLink == true)
        {
            throw Errors.InvalidParameterValue("ClassicLink is no longer supported.");
        }

        if (options.AllowDnsResolutionFromRemoteVpc == true
            && call.Read(Tables.Vpcs).Find(side.VpcId) is { EnableDnsHostnames: false })
        {
            throw new ServiceException(
                "InvalidVpcPeeringConnectionState.DnsHostnamesDisabled",
                $"To enable DNS resolution, DNS hostnames must be enabled for VPC {side.VpcId}.");
        }

        return side with
        {
            AllowDnsResolutionFromRemoteVpc =
                options.AllowDnsResolutionFromRemoteVpc ?? side.AllowDnsResolutionFromRemoteVpc,
        };
    }

    private static PeeringConnectionOptions? View(PeeringSide side, PeeringConnectionOptionsRequest? asked) =>
        asked is null
            ? null
            : new()
            {
                AllowDnsResolutionFromRemoteVpc = side.AllowDnsResolutionFromRemoteVpc,
                AllowEgressFromLocalClassicLinkToRemoteVpc = false,
                AllowEgressFromLocalVpcToRemoteClassicLink = false,
            };
}
