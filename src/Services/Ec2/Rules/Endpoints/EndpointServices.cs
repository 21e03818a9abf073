using System.Collections.Immutable;
using Orrery.Contracts.Regions;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>
/// What an endpoint service of a customer may be. The load balancers come with a later service: an ARN that has the
/// form of a network load balancer of the caller's account and region is taken to be one that is there, in all zones
/// and with both families of addresses. Sources: AWS PrivateLink Guide, "Share your services" and "Manage DNS names";
/// the codes are guessed where no other is named.
/// </summary>
internal static class EndpointServices
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Its name.</summary>
    public static string NameOf(VpcEndpointServiceRecord service) =>
        $"com.amazonaws.vpce.{service.Region}.{service.Id}";

    /// <summary>What the DNS names of its endpoints end in.</summary>
    public static string BaseDnsName(VpcEndpointServiceRecord service) =>
        $"{service.Id}.{service.Region}.vpce.amazonaws.com";

    /// <summary>Whether endpoints of a region can lead to it.</summary>
    public static bool Reaches(VpcEndpointServiceRecord service, string region) =>
        region == service.Region || service.SupportedRegions.Contains(region);

    /// <summary>A service of the caller that is not on its way out.</summary>
    /// <exception cref="ServiceException">InvalidVpcEndpointServiceId.NotFound or Malformed.</exception>
    public static VpcEndpointServiceRecord Get(ReadCall call, string id) =>
        EndpointKinds.Service.Get(call, id) is { State: ServiceState.Available } service
            ? service
            : throw EndpointKinds.Service.NotFound(id);

    /// <summary>Refuses load balancers that are not, and those that another service has.</summary>
    /// <exception cref="ServiceException">InvalidParameter.</exception>
    public static void CheckBalancers(ReadCall call, IEnumerable<string> arns, VpcEndpointServiceId? self)
    {
        foreach (var arn in arns)
        {
            var own = arn.Split(':') is ["arn", "aws", "elasticloadbalancing", var region, var account, var rest]
                && region == call.Region && account == call.Account
                && rest.Split('/') is ["loadbalancer", "net", { Length: > 0 }, { Length: > 0 }];
            if (!own)
            {
                throw EndpointErrors.InvalidParameter(
                    $"The ARN '{arn}' is not that of a Network Load Balancer of account {call.Account} in "
                    + $"{call.Region}.");
            }

            var taken = call.Read(EndpointTables.Services).All().Any(service =>
                service.Id != self && service.State == ServiceState.Available
                && service.NetworkLoadBalancerArns.Contains(arn));
            if (taken)
            {
                throw EndpointErrors.InvalidParameter(
                    $"The Network Load Balancer {arn} is already associated with another VPC Endpoint Service.");
            }
        }
    }

    /// <summary>Reads types of addresses.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static ImmutableArray<ServiceConnectivityType> AddressTypes(IEnumerable<string>? names) =>
    [
        .. (names ?? []).Distinct(StringComparer.Ordinal).Select(name => ServiceConnectivityTypeWire.Parse(name)
            ?? throw Errors.InvalidParameterValue($"Value ({name}) for parameter supportedIpAddressTypes is invalid.")),
    ];

    /// <summary>Refuses a region that there is not.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static ImmutableArray<string> Regions(IEnumerable<string>? names) =>
    [
        .. (names ?? []).Distinct(StringComparer.Ordinal).Select(name => RegionCatalog.Find(name)?.Code
            ?? throw Errors.InvalidParameterValue($"Value ({name}) for parameter supportedRegions is invalid.")),
    ];

    /// <summary>A private DNS name that is yet to be verified.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static EndpointServiceDnsRecord NewDns(Call call, string name)
    {
        var labels = name.Split('.');
        var fits = name.Length <= 255 && labels.Length >= 2 && labels.All(label =>
            label.Length is > 0 and <= 63 && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '*' or '_'));
        return fits
            ? new()
            {
                Name = name,
                State = DnsNameState.PendingVerification,
                RecordName = $"_{call.Random.Text(20, Alphabet)}",
                RecordValue = $"vpce:{call.Random.Text(20, Alphabet)}",
            }
            : throw Errors.InvalidParameterValue($"Value ({name}) for parameter privateDnsName is invalid.");
    }
}
