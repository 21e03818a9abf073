using System.Globalization;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.CustomerGateways;

/// <summary>
/// Tells AWS of a customer gateway device. One with the same address, ASN and device name is not made twice: the one
/// that is there is answered.
/// </summary>
public sealed class CreateCustomerGateway : IWriteOperation<CreateCustomerGatewayRequest, CreateCustomerGatewayResult>
{
    private const long DefaultAsn = 65000;
    private const int LongestName = 255;

    /// <inheritdoc/>
    public CreateCustomerGatewayResult Run(CreateCustomerGatewayRequest request, Call call)
    {
        if (request.CertificateArn is not null)
        {
            throw Errors.NotServed("certificates of customer gateways (CertificateArn)");
        }

        if (request.DeviceName?.Length > LongestName)
        {
            throw Errors.InvalidParameterValue(
                $"Value for parameter deviceName is longer than {LongestName} characters.");
        }

        var (asn, address) = (AsnOf(request), AddressOf(request));
        var gateway = call.Read(VpnTables.CustomerGateways).All().FirstOrDefault(g =>
            g.BgpAsn == asn && g.IpAddress == address && g.DeviceName == request.DeviceName
            && g.State is VpnState.Pending or VpnState.Available);
        if (gateway is null)
        {
            VpnLimits.CheckCustomerGateways(call);
            gateway = new()
            {
                Id = call.NewId<CustomerGatewayId>(),
                State = VpnState.Pending,
                BgpAsn = asn,
                IpAddress = address,
                DeviceName = request.DeviceName,
            };
            CustomerGatewayLoop.Begin(call, gateway);
        }

        TagStore.PutNew(call, VpnKinds.CustomerGateway, gateway.Id.Value, request.TagSpecifications);
        return new() { CustomerGateway = CustomerGatewayView.Of(gateway, call) };
    }

    // Ranges and default: EC2 API Reference, CreateCustomerGateway.
    private static long AsnOf(CreateCustomerGatewayRequest request)
    {
        if (request.BgpAsn is not null && request.BgpAsnExtended is not null)
        {
            throw Errors.InvalidParameterCombination("bgpAsn and bgpAsnExtended cannot be specified together");
        }

        if (request.BgpAsn is < 1)
        {
            throw Invalid("bgpAsn", request.BgpAsn.Value.ToString(CultureInfo.InvariantCulture), "1 to 2147483647");
        }

        return request.BgpAsnExtended is < 2147483648 or > 4294967295
            ? throw Invalid(
                "bgpAsnExtended",
                request.BgpAsnExtended.Value.ToString(CultureInfo.InvariantCulture),
                "2147483648 to 4294967295")
            : request.BgpAsnExtended ?? request.BgpAsn ?? DefaultAsn;
    }

    private static string AddressOf(CreateCustomerGatewayRequest request)
    {
        if (request.IpAddress is not null && request.PublicIp is not null && request.IpAddress != request.PublicIp)
        {
            throw Errors.InvalidParameterCombination("ipAddress and publicIp cannot be specified together");
        }

        var text = request.IpAddress ?? request.PublicIp ?? throw Errors.Missing("ipAddress");
        if (!IpAddress.TryParse(text, out var address))
        {
            throw Errors.InvalidParameterValue($"Value ({text}) for parameter ipAddress is invalid. It is no address.");
        }

        return address.IsV6
            ? throw Errors.NotServed("customer gateways with an IPv6 address (OutsideIpAddressType Ipv6)")
            : address.ToString();
    }

    private static ServiceException Invalid(string parameter, string value, string range) =>
        Errors.InvalidParameterValue(
            $"Value ({value}) for parameter {parameter} is invalid. It must be in the range {range}.");
}
