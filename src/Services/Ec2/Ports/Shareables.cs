using Orrery.Contracts.Sharing;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Rules.Sharing;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Ports;

/// <summary>What of EC2 can be shared: transit gateways, and prefix lists of customers.</summary>
internal sealed class Shareables : IShareable
{
    /// <inheritdoc/>
    public string? TypeOf(ReadCall call, string arn)
    {
        if (arn.Split(':', 6) is not [_, _, "ec2", _, _, var kind])
        {
            return null;
        }

        var (owner, id) = SharedIds.Open(arn);
        return kind.Split('/')[0] switch
        {
            "transit-gateway" => call.Read(TransitTables.Gateways, owner).Find(new TransitGatewayId(id)) is
                { State: not TransitGatewayState.Deleted }
                ? SharedIds.TransitGateway
                : null,
            "prefix-list" => call.Read(Tables.PrefixLists, owner).Find(new PrefixListId(id)) is { } list
                && list.OwnerId == owner.Account
                ? SharedIds.PrefixList
                : null,
            _ => null,
        };
    }
}
