using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Rules.Markets;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Ports;

/// <summary>An order of instances as the request of a launch.</summary>
internal static class SupplyRequest
{
    /// <summary>The request, and what AWS adds to it.</summary>
    /// <exception cref="Core.ServiceException">There is no such template, or its data do not allow a
    /// launch.</exception>
    public static (RunInstancesRequest Request, LaunchOrder Own) Of(ReadCall call, SupplyOrder order)
    {
        var reserved = order.Tags.Where(t => IsReserved(t.Key)).Select(TagOf).ToList();
        if (order.Parameters is { } parameters)
        {
            var plain = With(Plain(parameters, order), TagsOver([], order));
            return (plain, new() { SystemTags = reserved, IsPartial = true });
        }

        var named = order.Template ?? throw Errors.Missing("LaunchTemplate");
        var template = TemplateLookup.Get(call, named.Id, named.Name);
        var version = TemplateLookup.Version(call, template, named.Version);
        var data = ShapeJson.Read<RequestLaunchTemplateData>(version.Data);
        var tags = data.TagSpecifications?.Where(t => t.ResourceType == ResourceType.Instance)
            .SelectMany(t => t.Tags ?? []) ?? [];
        var request = TemplateMerge.Over(Purchased(data, order), With(Base(order), TagsOver(tags, order)));
        return (request, new() { SystemTags = [.. reserved, .. TemplateMerge.TagsOf(version)], IsPartial = true });
    }

    private static bool IsReserved(string key) => key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase);

    private static Tag TagOf(KeyValuePair<string, string> tag) => new() { Key = tag.Key, Value = tag.Value };

    private static RequestLaunchTemplateData Purchased(RequestLaunchTemplateData data, SupplyOrder order)
    {
        if (order.InstanceType is not null)
        {
            data = data with { InstanceRequirements = null };
        }

        return order.IsSpot is null ? data : data with { InstanceMarketOptions = null };
    }

    private static RunInstancesRequest Base(SupplyOrder order) => new()
    {
        MinCount = 1,
        MaxCount = order.Count,
        SubnetId = order.SubnetId,
        InstanceType = order.InstanceType is { } type ? TypeOf(type) : null,
        ImageId = order.ImageId,
        Placement = order.PlacementGroup is { } group ? new() { GroupName = group } : null,
        InstanceMarketOptions = order.IsSpot == true ? Spot(order.SpotMaxPrice) : null,
    };

    // A launch without a type gets the default one: a type that is not known must not end there.
    private static InstanceType TypeOf(string name) => InstanceTypeWire.Parse(name)
        ?? throw Errors.InvalidParameterValue($"Invalid value '{name}' for InstanceType.");

    private static InstanceMarketOptionsRequest Spot(string? price) => new()
    {
        MarketType = MarketType.Spot,
        SpotOptions = new() { MaxPrice = price, SpotInstanceType = SpotInstanceType.OneTime },
    };

    private static IReadOnlyList<Tag> TagsOver(IEnumerable<Tag> below, SupplyOrder order)
    {
        var tags = below.ToDictionary(t => t.Key!, t => t.Value ?? "", StringComparer.Ordinal);
        foreach (var (key, value) in order.Tags.Where(t => !IsReserved(t.Key)))
        {
            tags[key] = value;
        }

        return [.. tags.OrderBy(t => t.Key, StringComparer.Ordinal).Select(TagOf)];
    }

    private static RunInstancesRequest With(RunInstancesRequest request, IReadOnlyList<Tag> tags) =>
        tags.Count == 0 ? request : request with
        {
            TagSpecifications = [new() { ResourceType = ResourceType.Instance, Tags = tags }],
        };

    private static RunInstancesRequest Plain(SupplyParameters from, SupplyOrder order)
    {
        var ids = from.SecurityGroups.Where(IsGroupId).ToList();
        var names = from.SecurityGroups.Where(name => !IsGroupId(name)).ToList();
        var request = Base(order) with
        {
            ImageId = from.ImageId,
            InstanceType = TypeOf(from.InstanceType),
            KeyName = from.KeyName,
            UserData = from.UserData,
            SecurityGroupIds = ids.Count > 0 ? ids : null,
            SecurityGroups = names.Count > 0 ? names : null,
            Monitoring = new() { Enabled = from.Monitoring },
            EbsOptimized = from.EbsOptimized,
            IamInstanceProfile = Profile(from.InstanceProfile),
            InstanceMarketOptions = from.SpotPrice is { } price ? Spot(price) : null,
            BlockDeviceMappings = from.Devices.IsEmpty ? null : [.. from.Devices.Select(Device)],
            MetadataOptions = Metadata(from),
        };
        if (from.Tenancy is { } tenancy)
        {
            var placement = request.Placement ?? new();
            request = request with { Placement = placement with { Tenancy = TenancyWire.Parse(tenancy) } };
        }

        return from.AssociatePublicIp is not { } address ? request : request with
        {
            SubnetId = null,
            SecurityGroupIds = null,
            NetworkInterfaces =
            [
                new()
                {
                    DeviceIndex = 0, SubnetId = order.SubnetId, AssociatePublicIpAddress = address,
                    Groups = ids.Count > 0 ? ids : null,
                },
            ],
        };
    }

    private static bool IsGroupId(string text) => text.StartsWith("sg-", StringComparison.Ordinal);

    private static IamInstanceProfileSpecification? Profile(string? profile) => profile switch
    {
        null => null,
        _ when profile.StartsWith("arn:", StringComparison.Ordinal) => new() { Arn = profile },
        _ => new() { Name = profile },
    };

    private static InstanceMetadataOptionsRequest? Metadata(SupplyParameters from) =>
        (from.MetadataTokens, from.MetadataHopLimit, from.MetadataEndpoint) is (null, null, null) ? null : new()
        {
            HttpTokens = from.MetadataTokens is { } tokens ? HttpTokensStateWire.Parse(tokens) : null,
            HttpPutResponseHopLimit = from.MetadataHopLimit,
            HttpEndpoint = from.MetadataEndpoint is { } endpoint
                ? InstanceMetadataEndpointStateWire.Parse(endpoint) : null,
        };

    private static BlockDeviceMapping Device(SupplyDevice device) => new()
    {
        DeviceName = device.Name,
        VirtualName = device.VirtualName,
        NoDevice = device.IsAbsent == true ? "" : null,
        Ebs = device.IsAbsent == true || device.VirtualName is not null ? null : new()
        {
            SnapshotId = device.SnapshotId,
            VolumeSize = device.Size,
            VolumeType = device.Type is { } type ? VolumeTypeWire.Parse(type) : null,
            DeleteOnTermination = device.DeleteOnTermination,
            Iops = device.Iops,
            Encrypted = device.Encrypted,
            Throughput = device.Throughput,
        },
    };
}
