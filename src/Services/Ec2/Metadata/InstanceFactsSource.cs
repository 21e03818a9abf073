using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Metadata;

/// <summary>
/// What an instance is told of itself. Source: EC2 User Guide, "Instance metadata categories". What AWS tells of things
/// that are not here (kernels, product codes, hosts) is missing, as it is with AWS where an
/// instance has none.
/// </summary>
internal static class InstanceFactsSource
{
    private const string Root = "meta-data/";

    /// <summary>Adds it.</summary>
    public static void Add(MetadataTree tree, ReadCall call, InstanceRecord instance)
    {
        var view = InstanceView.Of(instance, call);
        AddIdentity(tree, instance, view);
        AddPlacement(tree, call, instance, view);
        InterfaceFactsSource.Add(tree, call, view);
        AddKey(tree, call, instance);
        AddProfile(tree, call, instance);
        if (instance.MetadataOptions.InstanceMetadataTags == InstanceMetadataTagsState.Enabled)
        {
            foreach (var (key, value) in TagStore.Of(call, instance.Id.Value))
            {
                tree.Add(Root + "tags/instance/" + key, value);
            }
        }

        tree.Add("dynamic/instance-identity/document", IdentityDocument.Of(call, instance, view.PrivateIpAddress));
        var isDetailed = instance.Monitoring is MonitoringState.Enabled or MonitoringState.Pending;
        tree.Add("dynamic/fws/instance-monitoring", isDetailed ? "enabled" : "disabled");
    }

    private static void AddIdentity(MetadataTree tree, InstanceRecord instance, Instance view)
    {
        // Images are backed by EBS: those have no manifest.
        tree.Add(Root + "ami-id", instance.ImageId);
        tree.Add(Root + "ami-launch-index", instance.LaunchIndex.ToString(CultureInfo.InvariantCulture));
        tree.Add(Root + "ami-manifest-path", "(unknown)");
        tree.Add(Root + "block-device-mapping/ami", view.RootDeviceName ?? "/dev/xvda");
        tree.Add(Root + "block-device-mapping/root", view.RootDeviceName ?? "/dev/xvda");
        tree.Add(Root + "hostname", view.PrivateDnsName);
        tree.Add(Root + "instance-id", instance.Id.Value);
        tree.Add(Root + "instance-life-cycle", instance.SpotRequestId is null ? "on-demand" : "spot");
        tree.Add(Root + "instance-type", instance.InstanceType);
        tree.Add(Root + "local-hostname", view.PrivateDnsName);
        tree.Add(Root + "local-ipv4", view.PrivateIpAddress);
        tree.Add(Root + "ipv6", view.Ipv6Address);
        tree.Add(Root + "profile", "default-hvm");
        tree.Add(Root + "public-hostname", NotEmpty(view.PublicDnsName));
        tree.Add(Root + "public-ipv4", NotEmpty(view.PublicIpAddress));
        tree.Add(Root + "reservation-id", instance.ReservationId);
        tree.Add(Root + "security-groups", string.Join('\n', (view.SecurityGroups ?? []).Select(g => g.GroupName)));
        tree.Add(Root + "services/domain", "amazonaws.com");
        tree.Add(Root + "services/partition", "aws");
    }

    private static void AddPlacement(MetadataTree tree, ReadCall call, InstanceRecord instance, Instance view)
    {
        const string Here = Root + "placement/";
        tree.Add(Here + "availability-zone", instance.AvailabilityZone);
        tree.Add(Here + "availability-zone-id", instance.AvailabilityZoneId);
        tree.Add(Here + "group-name", NotEmpty(view.Placement?.GroupName));
        tree.Add(Here + "partition-number", instance.PartitionNumber?.ToString(CultureInfo.InvariantCulture));
        tree.Add(Here + "region", call.Region);
    }

    // A key pair may have been deleted since; the instance has its key nevertheless, but nobody knows it any more.
    private static void AddKey(MetadataTree tree, ReadCall call, InstanceRecord instance)
    {
        if (instance.KeyName is not { } name)
        {
            return;
        }

        foreach (var pair in call.Read(InstanceTables.KeyPairs).By(InstanceTables.KeyPairsByName, name))
        {
            tree.Add(Root + "public-keys/0/openssh-key", pair.PublicKey);
            tree.AddList(Root + "public-keys", "0=" + name);
        }
    }

    private static void AddProfile(MetadataTree tree, ReadCall call, InstanceRecord instance)
    {
        if (InstanceProfiles.Of(call, instance.Id) is not
            { State: IamInstanceProfileAssociationState.Associated } profile)
        {
            return;
        }

        var when = profile.Timestamp.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        tree.Add(Root + "iam/info", $$"""
            {
              "Code" : "Success",
              "LastUpdated" : "{{when}}",
              "InstanceProfileArn" : "{{profile.ProfileArn}}",
              "InstanceProfileId" : "{{profile.ProfileId}}"
            }
            """);
        if (InstanceProfiles.RoleOf(call, profile) is { } role)
        {
            tree.Add(Root + "iam/security-credentials/" + role, InstanceCredentials.Text(call, profile, role));
        }
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
