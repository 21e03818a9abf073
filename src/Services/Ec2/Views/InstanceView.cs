using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>
/// An instance as the API writes it. Of an image that is not in the catalogue it says what is true of all that could be
/// launched so: Linux, booted as its type does.
/// </summary>
internal static class InstanceView
{
    /// <summary>The instance with its interfaces, addresses and tags.</summary>
    public static Instance Of(InstanceRecord instance, ReadCall call)
    {
        var image = ImageCatalog.Find(call.Region, instance.ImageId);
        var type = InstanceTypeCatalog.Get(instance.InstanceType);
        var faces = InstanceInterfaces.Of(call, instance);
        var views = faces.Select(face => InstanceInterfaceView.Of(face, instance, call)).ToList();
        var gone = instance.State == InstanceStateName.Terminated;
        var view = new Instance
        {
            InstanceId = instance.Id.Value,
            ImageId = instance.ImageId,
            InstanceType = type.Type,
            AmiLaunchIndex = instance.LaunchIndex,
            ClientToken = instance.ClientToken ?? "",
            LaunchTime = instance.LaunchTime,
            KeyName = instance.KeyName,
            State = InstanceStates.View(instance.State),
            StateReason = ReasonOf(instance),
            StateTransitionReason = instance.StateTransitionReason,
            SubnetId = gone ? null : instance.SubnetId.Value,
            VpcId = gone ? null : instance.VpcId.Value,
            NetworkInterfaces = views,
            BlockDeviceMappings = VolumeView.DevicesOf(instance, call),
            IamInstanceProfile = InstanceProfiles.Of(call, instance.Id) is { } profile
                ? InstanceProfiles.ProfileView(profile)
                : null,
            ProductCodes = [],
            InstanceLifecycle = instance.SpotRequestId is null ? null : InstanceLifecycleType.Spot,
            SpotInstanceRequestId = instance.SpotRequestId,
            Tags = TagStore.View(call, instance.Id.Value),
        };
        var group = instance.PlacementGroupId is { } id ? call.Read(TemplateTables.PlacementGroups).Find(new(id))
            : null;
        return WithHardware(WithNetwork(view, instance, views), instance, (type, image), group);
    }

    /// <summary>The private name of an instance, made of its address or of its id.</summary>
    public static string PrivateNameOf(InstanceRecord instance, string? address, ReadCall call) =>
        (instance.HostnameType, address) switch
        {
            (HostnameType.ResourceName, _) => $"{instance.Id}.{DnsNames.PrivateDomain(call.Region)}",
            (_, { } ip) => $"ip-{ip.Replace('.', '-')}.{DnsNames.PrivateDomain(call.Region)}",
            _ => "",
        };

    /// <summary>Its metadata options.</summary>
    public static InstanceMetadataOptionsResponse MetadataOf(InstanceMetadataOptionsRecord options) => new()
    {
        State = options.State,
        HttpTokens = options.HttpTokens,
        HttpPutResponseHopLimit = options.HttpPutResponseHopLimit,
        HttpEndpoint = options.HttpEndpoint,
        HttpProtocolIpv6 = options.HttpProtocolIpv6,
        InstanceMetadataTags = options.InstanceMetadataTags,
    };

    /// <summary>Its detailed monitoring.</summary>
    public static InstanceMonitoring MonitoringOf(InstanceRecord instance) => new()
    {
        InstanceId = instance.Id.Value, Monitoring = new() { State = instance.Monitoring },
    };

    /// <summary>How it boots: as its image says, else as its type can.</summary>
    public static InstanceBootModeValues BootModeOf(InstanceTypeFacts type, ImageFacts? image)
    {
        var uefi = image?.BootMode is "uefi" or "uefi-preferred"
            ? type.BootModes.Contains("uefi")
            : !type.BootModes.Contains("legacy-bios");
        return uefi ? InstanceBootModeValues.Uefi : InstanceBootModeValues.LegacyBios;
    }

    private static Instance WithNetwork(
        Instance view, InstanceRecord instance, List<InstanceNetworkInterface> faces)
    {
        if (faces is not [var primary, ..])
        {
            return view with { PrivateDnsName = "", PublicDnsName = "", SecurityGroups = [] };
        }

        return view with
        {
            PrivateIpAddress = primary.PrivateIpAddress,
            PrivateDnsName = primary.PrivateDnsName ?? "",
            PublicIpAddress = primary.Association?.PublicIp,
            PublicDnsName = primary.Association?.PublicDnsName ?? "",
            Ipv6Address = primary.Ipv6Addresses is [var first, ..] ? first.Ipv6Address : null,
            SecurityGroups = primary.Groups,
            SourceDestCheck = primary.SourceDestCheck,
            PrivateDnsNameOptions = new()
            {
                HostnameType = instance.HostnameType,
                EnableResourceNameDnsARecord = instance.EnableResourceNameDnsARecord,
                EnableResourceNameDnsAAAARecord = instance.EnableResourceNameDnsAaaaRecord,
            },
        };
    }

    // The hypervisor is xen for Xen and Nitro alike (EC2 API Reference, Instance).
    private static Instance WithHardware(
        Instance view,
        InstanceRecord instance,
        (InstanceTypeFacts Type, ImageFacts? Image) of,
        PlacementGroupRecord? group) => view with
    {
        Architecture = ArchitectureValuesWire.Parse(instance.Architecture),
        Hypervisor = HypervisorType.Xen,
        VirtualizationType = VirtualizationType.Hvm,
        EnaSupport = of.Type.Ena,
        EbsOptimized = instance.EbsOptimized,
        RootDeviceType = DeviceType.Ebs,
        RootDeviceName = instance.RootDevice ?? of.Image?.RootDevice,
        BootMode = BootModeValuesWire.Parse(of.Image?.BootMode),
        CurrentInstanceBootMode = BootModeOf(of.Type, of.Image),
        Platform = PlatformValuesWire.Parse(of.Image?.Platform),
        PlatformDetails = of.Image?.PlatformDetails ?? "Linux/UNIX",
        UsageOperation = of.Image?.UsageOperation ?? "RunInstances",
        UsageOperationUpdateTime = instance.CreateTime,
        Placement = new()
        {
            AvailabilityZone = instance.AvailabilityZone,
            AvailabilityZoneId = instance.AvailabilityZoneId,
            GroupName = group?.Name ?? "",
            GroupId = group?.Id.Value,
            PartitionNumber = instance.PartitionNumber,
            Tenancy = instance.Tenancy,
        },
        Monitoring = new() { State = instance.Monitoring },
        CpuOptions = of.Type.Row.Number("cores") is not { } cores ? null : new()
        {
            CoreCount = cores, ThreadsPerCore = of.Type.Row.Number("threads_per_core"),
        },
        CapacityReservationSpecification = new()
        {
            CapacityReservationPreference = CapacityReservationPreference.Open,
        },
        HibernationOptions = new() { Configured = false },
        EnclaveOptions = new() { Enabled = false },
        MetadataOptions = MetadataOf(instance.MetadataOptions),
        MaintenanceOptions = new()
        {
            AutoRecovery = instance.AutoRecovery, RebootMigration = instance.RebootMigration,
        },
    };

    private static StateReason? ReasonOf(InstanceRecord instance) =>
        instance.StateReason is not { } reason ? null : new() { Code = reason.Code, Message = reason.Message };
}
