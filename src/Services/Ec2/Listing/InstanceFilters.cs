using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Rules.Reservations;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Listing;

/// <summary>
/// The filters of DescribeInstances. Source: EC2 API Reference, DescribeInstances. What an instance here never has
/// (hosts, Outposts, reservations) matches nothing.
/// </summary>
internal static class InstanceFilters
{
    /// <summary>All of them.</summary>
    public static Filters<InstanceRecord> All { get; } = WithInterfaces(WithAbsent(WithVolumes(WithOptions(WithNetwork(
        new Filters<InstanceRecord>()
            .Indexed(
                "instance-id",
                i => [i.Id.Value],
                (call, id) => call.Read(InstanceTables.Instances).Find(new(id)) is { } one ? [one] : [])
            .Indexed(
                "instance-state-name",
                i => [i.State.ToWire()],
                InstanceTables.InstancesByState)
            .Indexed(
                "reservation-id",
                i => [i.ReservationId],
                InstanceTables.InstancesByReservation)
            .One("instance-state-code", i => Text(InstanceStates.CodeOf(i.State)))
            .One("instance-type", i => i.InstanceType)
            .One("image-id", i => i.ImageId)
            .One("client-token", i => i.ClientToken)
            .One("key-name", i => i.KeyName)
            .One("launch-index", i => Text(i.LaunchIndex))
            .One("launch-time", i => Time(i.LaunchTime))
            .One("reason", i => i.StateTransitionReason)
            .One("state-reason-code", i => i.StateReason?.Code)
            .One("state-reason-message", i => i.StateReason?.Message)
            .One("iam-instance-profile.arn", (i, call) => Profile(i, call)?.ProfileArn)
            .One("iam-instance-profile.id", (i, call) => Profile(i, call)?.ProfileId)
            .One("iam-instance-profile.name", (i, call) => Profile(i, call) is { } profile
                ? InstanceProfiles.NameOf(profile)
                : null)
            .One("owner-id", (_, call) => call.Account)
            .Tags(i => i.Id.Value))))));

    private static Filters<InstanceRecord> WithNetwork(Filters<InstanceRecord> filters) => filters
        .Indexed(
            "vpc-id",
            i => [Placed(i, i.VpcId.Value)],
            InstanceTables.InstancesByVpc)
        .Indexed(
            "subnet-id",
            i => [Placed(i, i.SubnetId.Value)],
            InstanceTables.InstancesBySubnet)
        .One("availability-zone", i => i.AvailabilityZone)
        .One("availability-zone-id", i => i.AvailabilityZoneId)
        .Indexed(
            "instance.group-id",
            (i, call) => Primary(i, call)?.Groups?.Select(g => g.GroupId) ?? [],
            ByGroup)
        .Many("instance.group-name", (i, call) => Primary(i, call)?.Groups?.Select(g => g.GroupName) ?? [])
        .One("private-ip-address", (i, call) => Primary(i, call)?.PrivateIpAddress)
        .One("ip-address", (i, call) => Primary(i, call)?.Association?.PublicIp)
        .One("ipv6-address", (i, call) => Primary(i, call)?.Ipv6Address)
        .One("dns-name", (i, call) => Primary(i, call)?.Association?.PublicDnsName)
        .One("private-dns-name", (i, call) => Primary(i, call) is { } face
            ? InstanceView.PrivateNameOf(i, face.PrivateIpAddress, call)
            : null)
        .One("source-dest-check", (i, call) => Text(Primary(i, call)?.SourceDestCheck));

    private static Filters<InstanceRecord> WithOptions(Filters<InstanceRecord> filters) => filters
        .One("architecture", i => i.Architecture)
        .One("boot-mode", (i, call) => Image(i, call).BootMode)
        .One("current-instance-boot-mode", (i, call) =>
            InstanceView.BootModeOf(InstanceTypeCatalog.Get(i.InstanceType), Image(i, call)).ToWire())
        .Flag("ebs-optimized", i => i.EbsOptimized)
        .Flag("ena-support", i => InstanceTypeCatalog.Get(i.InstanceType).Ena)
        .Flag("enclave-options.enabled", _ => false)
        .Flag("hibernation-options.configured", i => i.CanHibernate)
        .One("hypervisor", _ => "xen")
        .One("virtualization-type", _ => "hvm")
        .One("root-device-type", _ => "ebs")
        .One("root-device-name", (i, call) => InstanceVolumes.RootOf(call, i))
        .One("maintenance-options.auto-recovery", i => i.AutoRecovery.ToWire())
        .One("metadata-options.http-endpoint", i => i.MetadataOptions.HttpEndpoint.ToWire())
        .One("metadata-options.http-protocol-ipv4", i => i.MetadataOptions.HttpEndpoint.ToWire())
        .One("metadata-options.http-protocol-ipv6", i => i.MetadataOptions.HttpProtocolIpv6.ToWire())
        .One("metadata-options.http-put-response-hop-limit", i => Text(i.MetadataOptions.HttpPutResponseHopLimit))
        .One("metadata-options.http-tokens", i => i.MetadataOptions.HttpTokens.ToWire())
        .One("metadata-options.instance-metadata-tags", i => i.MetadataOptions.InstanceMetadataTags.ToWire())
        .One("metadata-options.state", i => i.MetadataOptions.State.ToWire())
        .One("monitoring-state", i => i.Monitoring.ToWire())
        .One("platform", (i, call) => Image(i, call).Platform)
        .One("platform-details", (i, call) => Image(i, call).PlatformDetails)
        .One("usage-operation", (i, call) => Image(i, call).UsageOperation)
        .One("usage-operation-update-time", i => Time(i.CreateTime))
        .Flag("private-dns-name-options.enable-resource-name-dns-a-record", i => i.EnableResourceNameDnsARecord)
        .Flag("private-dns-name-options.enable-resource-name-dns-aaaa-record", i => i.EnableResourceNameDnsAaaaRecord)
        .One("private-dns-name-options.hostname-type", i => i.HostnameType.ToWire())
        .One("capacity-reservation-id", InstanceView.ReservationOf)
        .One(
            "capacity-reservation-specification.capacity-reservation-preference",
            i => ReservationChoice.View(i.Reservation).CapacityReservationPreference?.ToWire())
        .One(
            "capacity-reservation-specification.capacity-reservation-target.capacity-reservation-id",
            i => i.Reservation?.TargetId)
        .Flag("operator.managed", _ => false)
        .One("instance-lifecycle", i => i.SpotRequestId is null ? null : "spot")
        .One("spot-instance-request-id", i => i.SpotRequestId)
        .One("placement-group-name", (i, call) => i.PlacementGroupId is { } group
            ? call.Read(TemplateTables.PlacementGroups).Find(new(group))?.Name
            : null)
        .One("placement-partition-number", i => i.PartitionNumber is { } number ? Text(number) : null)
        .One("tenancy", i => i.Tenancy.ToWire());

    private static Filters<InstanceRecord> WithAbsent(Filters<InstanceRecord> filters)
    {
        string[] names =
        [
            "affinity",
            "capacity-reservation-specification.capacity-reservation-target.capacity-reservation-resource-group-arn",
            "host-id",
            "kernel-id", "network-performance-options.bandwidth-weighting", "operator.principal",
            "outpost-arn", "product-code", "product-code.type",
            "ramdisk-id", "requester-id", "tpm-support",
        ];
        return names.Aggregate(filters, (all, name) => all.Many(name, _ => []));
    }

    private static Filters<InstanceRecord> WithVolumes(Filters<InstanceRecord> filters) => filters
        .Many("block-device-mapping.attach-time", (i, call) =>
            Devices(i, call).Select(e => Time(e.Ebs!.AttachTime!.Value)))
        .Many("block-device-mapping.delete-on-termination", (i, call) =>
            Devices(i, call).Select(e => Text(e.Ebs!.DeleteOnTermination)))
        .Many("block-device-mapping.device-name", (i, call) => Devices(i, call).Select(e => e.DeviceName))
        .Many("block-device-mapping.status", (i, call) => Devices(i, call).Select(e => e.Ebs!.Status?.ToWire()))
        .Indexed(
            "block-device-mapping.volume-id",
            (i, call) => Devices(i, call).Select(e => e.Ebs!.VolumeId),
            (call, id) => (call.Read(VolumeTables.Volumes).Find(new(id))?.Attachments ?? [])
                .Select(a => call.Read(InstanceTables.Instances).Find(a.InstanceId)!));

    private static Filters<InstanceRecord> WithInterfaces(Filters<InstanceRecord> filters)
    {
        foreach (var (name, values) in InterfaceFilters.ByName)
        {
            filters = filters.Many(
                $"network-interface.{name}", (i, call) => Faces(i, call).SelectMany(face => values(face)));
        }

        return filters
            .Many("network-interface.tag-key", (i, call) => Faces(i, call)
                .SelectMany(f => TagStore.Of(call, f.NetworkInterfaceId!).Keys))
            .Many("network-interface.tag-value", (i, call) => Faces(i, call)
                .SelectMany(f => TagStore.Of(call, f.NetworkInterfaceId!).Values));
    }

    private static IReadOnlyList<InstanceBlockDeviceMapping> Devices(InstanceRecord instance, ReadCall call) =>
        VolumeView.DevicesOf(instance, call);

    private static IEnumerable<NetworkInterface> Faces(InstanceRecord instance, ReadCall call) =>
        InstanceInterfaces.Of(call, instance).Select(face => NetworkInterfaceView.Of(face, call));

    private static NetworkInterface? Primary(InstanceRecord instance, ReadCall call) =>
        Faces(instance, call).FirstOrDefault();

    private static IEnumerable<InstanceRecord> ByGroup(ReadCall call, string group) =>
        call.Read(Tables.NetworkInterfaces).By(Tables.InterfacesByGroup, group)
            .Where(face => face.Attachment is { DeviceIndex: 0, InstanceId: not null })
            .Select(face => call.Read(InstanceTables.Instances).Find(new(face.Attachment!.InstanceId!))!);

    private static ProfileAssociationRecord? Profile(InstanceRecord instance, ReadCall call) =>
        InstanceProfiles.Of(call, instance.Id);

    private static ImageRecord Image(InstanceRecord instance, ReadCall call) => ImageOf.Of(call, instance);

    private static string? Placed(InstanceRecord instance, string id) =>
        instance.State == InstanceStateName.Terminated ? null : id;

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string? Text(bool? value) => value switch
    {
        true => "true",
        false => "false",
        _ => null,
    };

    private static string Time(DateTimeOffset time) =>
        time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
