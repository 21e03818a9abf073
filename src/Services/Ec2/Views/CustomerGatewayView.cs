using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A customer gateway as the API writes it.</summary>
internal static class CustomerGatewayView
{
    /// <summary>The gateway with its tags; a large ASN stands in a member of its own.</summary>
    public static CustomerGateway Of(CustomerGatewayRecord gateway, ReadCall call)
    {
        var asn = gateway.BgpAsn.ToString(CultureInfo.InvariantCulture);
        var large = gateway.BgpAsn > int.MaxValue;
        return new()
        {
            CustomerGatewayId = gateway.Id.Value,
            BgpAsn = large ? null : asn,
            BgpAsnExtended = large ? asn : null,
            DeviceName = gateway.DeviceName,
            IpAddress = gateway.IpAddress,
            State = gateway.State.ToWire(),
            Type = GatewayType.Ipsec1.ToWire(),
            Tags = TagStore.View(call, gateway.Id.Value),
        };
    }
}
