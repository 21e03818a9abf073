using System.Text.Json;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Operations.Capacity;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.SecurityGroups;
using Orrery.Services.Ec2.Operations.TransitGateways;
using Orrery.Services.Ec2.Operations.Volumes;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Services.Kms.Operations.Cryptography;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Tests.Unit.Services;
using Orrery.Wire.Generated.Autoscaling;
using Orrery.Wire.Generated.Ec2;
using Orrery.Wire.Generated.Events;
using Orrery.Wire.Generated.Kms;
using Orrery.Wire.Generated.Ram;
using Orrery.Wire.Generated.Ssm;
using Orrery.Wire.Schema;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>
/// Condition keys of services: all that the Service Authorization Reference gives to operations that are served have
/// values, but for those that tell of what is not served.
/// </summary>
public sealed class ConditionKeyTests
{
    private readonly GuardRig _rig = GuardRig.New();

    private Rig Rig => _rig.Rig;

    [Fact]
    public void Each_key_of_a_served_operation_has_values_or_is_listed_with_what_is_not_served()
    {
        var root = Environment.GetEnvironmentVariable("ORRERY_ROOT") ?? Up(AppContext.BaseDirectory);
        var known = string.Concat(((string[])["Authorization", "Services"]).SelectMany(room =>
            Directory.EnumerateFiles(Path.Combine(root, "src", room), "*.cs", SearchOption.AllDirectories))
            .Select(File.ReadAllText)).ToLowerInvariant();
        var asked = GuardRig.Served.GroupBy(e => e.Service.Id).SelectMany(service =>
        {
            using var facts = JsonDocument.Parse(File.ReadAllText(
                Path.Combine(root, "data", "authorization", $"{service.Key}.json")));
            var operations = facts.RootElement.GetProperty("operations");
            return service.SelectMany(e => operations.GetProperty(e.Operation).TryGetProperty("keys", out var keys)
                ? keys.GetString()!.Split(' ') : []).ToList();
        }).Distinct().Where(key => !IsOfFamily(key)).ToList();
        var missing = asked.Where(key => !known.Contains($"\"{key.ToLowerInvariant()}\"", StringComparison.Ordinal));
        Assert.Equal(UnfilledKeys.All.Order(StringComparer.Ordinal), missing.Order(StringComparer.Ordinal));
        Assert.True(asked.Count > 200, $"{asked.Count}");
    }

    [Theory]
    [InlineData("ec2:InstanceType", "t3.micro", "t3.large")]
    [InlineData("ec2:AvailabilityZone", "eu-west-1a", "eu-west-1b")]
    [InlineData("ec2:InstanceMarketType", "on-demand", "spot")]
    [InlineData("ec2:MetadataHttpTokens", "required", "optional")]
    [InlineData("ec2:Tenancy", "default", "dedicated")]
    [InlineData("ec2:RootDeviceType", "ebs", "instance-store")]
    public void Conditions_may_ask_what_an_instance_is(string key, string value, string other)
    {
        var id = Rig.Run(new RunInstances(), new()
        {
            ImageId = "ami-0123456789abcdef0",
            InstanceType = InstanceType.T3Micro,
            MinCount = 1,
            MaxCount = 1,
            Placement = new() { AvailabilityZone = "eu-west-1a" },
            MetadataOptions = new() { HttpTokens = HttpTokensState.Required },
        }).Instances!.Single().InstanceId!;
        Assert.Equal((true, false), (
            May(key, value, "ec2", "StopInstances", new StopInstancesRequest { InstanceIds = [id] }),
            May(key, other, "ec2", "StopInstances", new StopInstancesRequest { InstanceIds = [id] })));
    }

    [Fact]
    public void Conditions_may_ask_where_things_are_and_how_large()
    {
        var vpc = Rig.Run(new CreateVpc(), new() { CidrBlock = "10.0.0.0/16" }).Vpc!.VpcId!;
        var group = Rig.Run(new CreateSecurityGroup(), new()
        {
            GroupName = "g", Description = "d", VpcId = vpc,
        }).GroupId!;
        var volume = Rig.Run(new CreateVolume(), new() { AvailabilityZone = "eu-west-1a", Size = 9 }).VolumeId!;
        DeleteSecurityGroupRequest ungroup = new() { GroupId = group };
        var arn = $"arn:aws:ec2:eu-west-1:123456789012:vpc/{vpc}";
        Assert.True(May("ec2:Vpc", arn, "ec2", "DeleteSecurityGroup", ungroup));
        Assert.False(May("ec2:Vpc", arn + "0", "ec2", "DeleteSecurityGroup", ungroup));
        Assert.True(May("ec2:SecurityGroupID", group, "ec2", "DeleteSecurityGroup", ungroup));
        Assert.True(May("ec2:VolumeSize", "9", "ec2", "DeleteVolume", new DeleteVolumeRequest { VolumeId = volume }));
        Assert.False(May("ec2:VolumeSize", "8", "ec2", "DeleteVolume", new DeleteVolumeRequest { VolumeId = volume }));
        Assert.True(May("ec2:VpcID", vpc, "ec2", "DeleteVpc", new DeleteVpcRequest { VpcId = vpc }));
        Assert.False(May("ec2:VpcID", "vpc-1", "ec2", "DeleteVpc", new DeleteVpcRequest { VpcId = vpc }));
        ModifySnapshotAttributeRequest share = new()
        {
            SnapshotId = "snap-0123456789abcdef0",
            CreateVolumePermission = new() { Add = [new() { UserId = "210987654321" }] },
        };
        Assert.True(May("ec2:Add/userId", "210987654321", "ec2", "ModifySnapshotAttribute", share));
        Assert.False(May("ec2:Add/userId", "123456789012", "ec2", "ModifySnapshotAttribute", share));
    }

    [Fact]
    public void Conditions_may_ask_what_is_reserved()
    {
        CreateCapacityReservationRequest request = new()
        {
            InstanceType = "t3.micro",
            InstancePlatform = CapacityReservationInstancePlatformWire.Parse("Linux/UNIX"),
            AvailabilityZone = "eu-west-1a",
            InstanceCount = 2,
            InstanceMatchCriteria = InstanceMatchCriteria.Targeted,
        };
        Assert.True(May("ec2:InstanceMatchCriteria", "targeted", "ec2", "CreateCapacityReservation", request));
        Assert.False(May("ec2:InstanceMatchCriteria", "open", "ec2", "CreateCapacityReservation", request));
        var id = Rig.Run(new CreateCapacityReservation(), request).CapacityReservation!.CapacityReservationId!;
        CancelCapacityReservationRequest cancel = new() { CapacityReservationId = id };
        Assert.True(May("ec2:InstancePlatform", "Linux/UNIX", "ec2", "CancelCapacityReservation", cancel));
        Assert.False(May("ec2:InstanceCount", "3", "ec2", "CancelCapacityReservation", cancel));
    }

    [Fact]
    public void Conditions_may_ask_what_a_rule_listens_for_and_a_group_is_made_of()
    {
        PutRuleRequest rule = new()
        {
            Name = "r", EventPattern = """{"source":["aws.ec2"],"detail":{"service":["S3"]} }""",
        };
        Assert.True(May("events:source", "aws.ec2", "events", "PutRule", rule));
        Assert.False(May("events:source", "aws.s3", "events", "PutRule", rule));
        Assert.True(May("events:detail.service", "S3", "events", "PutRule", rule));
        CreateAutoScalingGroupRequest group = new()
        {
            AutoScalingGroupName = "g", MinSize = 0, MaxSize = 1, VPCZoneIdentifier = "subnet-1,subnet-2",
            LaunchTemplate = new() { LaunchTemplateName = "t", Version = "1" },
        };
        Assert.True(May(
            "autoscaling:LaunchTemplateVersionSpecified", "true", "autoscaling", "CreateAutoScalingGroup", group));
        Assert.True(May("autoscaling:VPCZoneIdentifiers", "subnet-2", "autoscaling", "CreateAutoScalingGroup", group));
        Assert.False(May("autoscaling:VPCZoneIdentifiers", "subnet-3", "autoscaling", "CreateAutoScalingGroup", group));
    }

    [Fact]
    public void Conditions_may_ask_whether_a_ciphertext_stays_under_its_key()
    {
        var (one, two) = (Key(), Key());
        var blob = Rig.Run(new Encrypt(), new() { KeyId = one, Plaintext = "x"u8.ToArray() }).CiphertextBlob!.Value;
        ReEncryptRequest Wish(string key) => new() { CiphertextBlob = blob, DestinationKeyId = key };
        Assert.True(May("kms:ReEncryptOnSameKey", "true", "kms", "ReEncrypt", Wish(one)));
        Assert.False(May("kms:ReEncryptOnSameKey", "true", "kms", "ReEncrypt", Wish(two)));
    }

    // EC2 User Guide, "ec2:Attribute condition key".
    [Theory]
    [InlineData("ec2:Attribute", "DisableApiTermination", true)]
    [InlineData("ec2:Attribute", "InstanceType", false)]
    [InlineData("ec2:Attribute", "InstanceId", false)]
    [InlineData("ec2:Attribute/DisableApiTermination", "false", true)]
    [InlineData("ec2:Attribute/disableApiTermination", "false", true)]
    [InlineData("ec2:Attribute/DisableApiTermination", "true", false)]
    [InlineData("ec2:Attribute/InstanceId", "i-0123456789abcdef0", true)]
    public void Conditions_may_ask_which_attribute_is_changed_to_what(string key, string value, bool may) =>
        Assert.Equal(may, May(key, value, "ec2", "ModifyInstanceAttribute", new ModifyInstanceAttributeRequest
        {
            InstanceId = "i-0123456789abcdef0", DisableApiTermination = new() { Value = false },
        }));

    [Fact]
    public void Attributes_that_a_request_names_apart_and_plain_ones_are_told_too()
    {
        ModifyInstanceAttributeRequest named = new()
        {
            InstanceId = "i-0123456789abcdef0", Attribute = InstanceAttributeName.InstanceType, Value = "t3.micro",
        };
        Assert.True(May("ec2:Attribute", "instanceType", "ec2", "ModifyInstanceAttribute", named));
        Assert.True(May("ec2:Attribute/InstanceType", "t3.micro", "ec2", "ModifyInstanceAttribute", named));
        Assert.False(May("ec2:Attribute/InstanceType", "t3.large", "ec2", "ModifyInstanceAttribute", named));
        ModifyInstanceMetadataOptionsRequest options = new()
        {
            InstanceId = "i-0123456789abcdef0", HttpTokens = HttpTokensState.Required,
        };
        Assert.True(May("ec2:Attribute/HttpTokens", "required", "ec2", "ModifyInstanceMetadataOptions", options));
        Assert.False(May("ec2:Attribute/HttpTokens", "optional", "ec2", "ModifyInstanceMetadataOptions", options));
        Assert.False(May("ec2:Attribute", "HttpEndpoint", "ec2", "ModifyInstanceMetadataOptions", options));
        Assert.False(May("ec2:Attribute", "CidrBlock", "ec2", "CreateVpc", new CreateVpcRequest
        {
            CidrBlock = "10.0.0.0/16",
        }));
    }

    [Fact]
    public void Conditions_may_ask_how_tunnels_are_to_be()
    {
        CreateVpnConnectionRequest wish = new()
        {
            CustomerGatewayId = "cgw-0123456789abcdef0",
            VpnGatewayId = "vgw-0123456789abcdef0",
            Type = "ipsec.1",
            Options = new()
            {
                StaticRoutesOnly = true,
                TunnelOptions =
                [
                    new() { TunnelInsideCidr = "169.254.10.0/30", IKEVersions = [new() { Value = "ikev2" }] },
                    new() { TunnelInsideCidr = "169.254.11.0/30", Phase1LifetimeSeconds = 900 },
                ],
            },
        };
        bool Makes(string key, string value) => May(key, value, "ec2", "CreateVpnConnection", wish);
        Assert.True(Makes("ec2:InsideTunnelCidr", "169.254.11.0/30"));
        Assert.True(Makes("ec2:IKEVersions", "ikev2"));
        Assert.False(Makes("ec2:IKEVersions", "ikev1"));
        Assert.True(Makes("ec2:Phase1LifetimeSeconds", "900"));
        Assert.True(Makes("ec2:RoutingType", "static"));
        Assert.False(Makes("ec2:RoutingType", "bgp"));
        Assert.True(Makes("ec2:GatewayType", "VGW"));
        ModifyVpnTunnelOptionsRequest change = new()
        {
            VpnConnectionId = "vpn-0123456789abcdef0",
            VpnTunnelOutsideIpAddress = "203.0.113.1",
            TunnelOptions = new() { DPDTimeoutSeconds = 30 },
        };
        Assert.True(May("ec2:DPDTimeoutSeconds", "30", "ec2", "ModifyVpnTunnelOptions", change));
    }

    // Systems Manager User Guide, "Preventing access to Parameter Store API operations".
    [Fact]
    public void Conditions_may_ask_whether_a_parameter_is_put_with_policies()
    {
        PutParameterRequest plain = new() { Name = "/a", Value = "v" };
        Assert.True(May("ssm:Policies", "false", "ssm", "PutParameter", plain));
        Assert.True(May("ssm:Policies", "true", "ssm", "PutParameter", plain with { Policies = "[]" }));
        Assert.False(May("ssm:Policies", "false", "ssm", "PutParameter", plain with { Policies = "[]" }));
    }

    // RAM User Guide, "Example IAM policies": sharing of some types, and invitations of some accounts.
    [Fact]
    public void Conditions_may_ask_what_is_shared_and_who_invites()
    {
        var gateway = Rig.Run(new CreateTransitGateway(), new()).TransitGateway!.TransitGatewayArn!;
        CreateResourceShareRequest share = new() { Name = "s", ResourceArns = [gateway] };
        Assert.True(May("ram:RequestedResourceType", "ec2:TransitGateway", "ram", "CreateResourceShare", share));
        Assert.False(May("ram:RequestedResourceType", "ec2:Subnet", "ram", "CreateResourceShare", share));
        AcceptResourceShareInvitationRequest wish = new()
        {
            ResourceShareInvitationArn = "arn:aws:ram:eu-west-1:210987654321:resource-share-invitation/x",
        };
        Assert.True(May("ram:ShareOwnerAccountId", "210987654321", "ram", "AcceptResourceShareInvitation", wish));
        Assert.False(May("ram:ShareOwnerAccountId", "123456789012", "ram", "AcceptResourceShareInvitation", wish));
    }

    private string Key() => Rig.Run(new CreateKey(), new()).KeyMetadata!.KeyId!;

    private bool May(string key, string value, string service, string operation, IShape request)
    {
        var ann = _ann ??= _rig.User("ann", GuardRig.Allow("orrery:Nothing"));
        _rig.Put("ann", $$"""
            {"Effect":"Allow","Action":"*","Resource":"*",
             "Condition":{"ForAnyValue:StringEquals":{"{{key}}":"{{value}}"} } }
            """);
        return _rig.May(ann, service, operation, request);
    }

    private Caller? _ann;

    // Those that hold a tag's key, or a name within the request, those of others that vouch for somebody, and those of
    // Nitro enclaves, of which there are none.
    private static bool IsOfFamily(string key) => key.StartsWith("aws:", StringComparison.Ordinal)
        || key.Contains("ResourceTag", StringComparison.Ordinal) || key.Contains("RequestTag", StringComparison.Ordinal)
        || key is "s3:RequestObjectTag/<key>" or "s3:ExistingObjectTag/<key>" or "s3:AccessPointTag/${TagKey}"
            or "ec2:Attribute" or "ec2:Attribute/${AttributeName}"
            or "kms:EncryptionContext:${EncryptionContextKey}"
        || key.StartsWith("kms:RecipientAttestation:", StringComparison.Ordinal)
        || !(GuardRig.Served.Any(e => key.StartsWith($"{e.Service.Id}:", StringComparison.Ordinal))
            || key.StartsWith("s3:", StringComparison.Ordinal));

    private static string Up(string folder) =>
        File.Exists(Path.Combine(folder, "Orrery.slnx")) ? folder : Up(Path.GetDirectoryName(folder)!);
}
