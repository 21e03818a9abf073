using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Rules.Reservations;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>An instance as the API writes it.</summary>
internal static class InstanceView
{
    private static readonly CapacityReservationSpecificationResponse AnyReservation = ReservationChoice.View(null);

    private static readonly HibernationOptions Hibernating = new() { Configured = true };
    private static readonly HibernationOptions Unhibernated = new() { Configured = false };

    private static readonly EnclaveOptions NoEnclave = new() { Enabled = false };

    /// <summary>The instance with its interfaces, addresses and tags.</summary>
    public static Instance Of(InstanceRecord instance, ReadCall call) =>
        Of(instance, InstanceParts.Of(call, instance), ImageOf.Of(call, instance), call);

    /// <summary>The instance with parts that are known, of an image that was found before.</summary>
    public static Instance Of(InstanceRecord instance, InstanceParts parts, ImageRecord image, ReadCall call)
    {
        var type = InstanceTypeCatalog.Get(instance.InstanceType);
        InstanceNetworkInterface[] faces =
            [.. parts.Interfaces.Select(face => InstanceInterfaceView.Of(face, instance, call))];
        var primary = faces is [var first, ..] ? first : null;
        var gone = instance.State == InstanceStateName.Terminated;
        var profile = InstanceProfiles.Of(call, instance.Id);
        return new Instance
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
            NetworkInterfaces = faces,
            BlockDeviceMappings = VolumeView.DevicesOf(instance, parts.Volumes),
            IamInstanceProfile = profile is null ? null : InstanceProfiles.ProfileView(profile),
            ProductCodes = [],
            InstanceLifecycle = instance.SpotRequestId is null ? null : InstanceLifecycleType.Spot,
            SpotInstanceRequestId = instance.SpotRequestId,
            Tags = TagStore.View(call, instance.Id.Value),
            PrivateIpAddress = primary?.PrivateIpAddress,
            PrivateDnsName = primary?.PrivateDnsName ?? "",
            PublicIpAddress = primary?.Association?.PublicIp,
            PublicDnsName = primary?.Association?.PublicDnsName ?? "",
            Ipv6Address = primary?.Ipv6Addresses is [var ipv6, ..] ? ipv6.Ipv6Address : null,
            SecurityGroups = primary is null ? [] : primary.Groups,
            SourceDestCheck = primary?.SourceDestCheck,
            PrivateDnsNameOptions = primary is null ? null : NamesOf(instance),
            Architecture = ArchitectureValuesWire.Parse(instance.Architecture),
            // It is xen for Xen and Nitro alike (EC2 API Reference, Instance).
            Hypervisor = HypervisorType.Xen,
            VirtualizationType = VirtualizationType.Hvm,
            EnaSupport = type.Ena,
            EbsOptimized = instance.EbsOptimized,
            RootDeviceType = DeviceType.Ebs,
            RootDeviceName = instance.RootDevice ?? image.RootDevice,
            BootMode = BootModeValuesWire.Parse(image.BootMode),
            CurrentInstanceBootMode = BootModeOf(type, image),
            Platform = PlatformValuesWire.Parse(image.Platform),
            PlatformDetails = image.PlatformDetails,
            UsageOperation = image.UsageOperation,
            UsageOperationUpdateTime = instance.CreateTime,
            Placement = PlacementOf(instance, call),
            Monitoring = new() { State = instance.Monitoring },
            CpuOptions = ProcessorOptions.View(instance, type),
            CapacityReservationId = ReservationOf(instance),
            CapacityReservationSpecification =
                instance.Reservation is { } choice ? ReservationChoice.View(choice) : AnyReservation,
            HibernationOptions = instance.CanHibernate ? Hibernating : Unhibernated,
            EnclaveOptions = NoEnclave,
            MetadataOptions = MetadataOf(instance.MetadataOptions),
            MaintenanceOptions = new()
            {
                AutoRecovery = instance.AutoRecovery, RebootMigration = instance.RebootMigration,
            },
        };
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

    /// <summary>The Capacity Reservation that it is in; null where it does not run.</summary>
    public static string? ReservationOf(InstanceRecord instance) =>
        instance.State is InstanceStateName.Pending or InstanceStateName.Running
            ? instance.CapacityReservationId
            : null;

    /// <summary>How it boots: as its image says, else as its type can.</summary>
    public static InstanceBootModeValues BootModeOf(InstanceTypeFacts type, ImageRecord image)
    {
        var uefi = image.BootMode is "uefi" or "uefi-preferred"
            ? type.BootModes.Contains("uefi")
            : !type.BootModes.Contains("legacy-bios");
        return uefi ? InstanceBootModeValues.Uefi : InstanceBootModeValues.LegacyBios;
    }

    private static PrivateDnsNameOptionsResponse NamesOf(InstanceRecord instance) => new()
    {
        HostnameType = instance.HostnameType,
        EnableResourceNameDnsARecord = instance.EnableResourceNameDnsARecord,
        EnableResourceNameDnsAAAARecord = instance.EnableResourceNameDnsAaaaRecord,
    };

    private static Placement PlacementOf(InstanceRecord instance, ReadCall call)
    {
        var group = instance.PlacementGroupId is { } id
            ? call.Read(TemplateTables.PlacementGroups).Find(new(id))
            : null;
        return new()
        {
            AvailabilityZone = instance.AvailabilityZone,
            AvailabilityZoneId = instance.AvailabilityZoneId,
            GroupName = group?.Name ?? "",
            GroupId = group?.Id.Value,
            PartitionNumber = instance.PartitionNumber,
            Tenancy = instance.Tenancy,
        };
    }

    private static StateReason? ReasonOf(InstanceRecord instance) =>
        instance.StateReason is not { } reason ? null : new() { Code = reason.Code, Message = reason.Message };
}
