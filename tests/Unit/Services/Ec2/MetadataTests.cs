using System.Text;
using System.Text.Json;
using Orrery.Contracts.Instances;
using Orrery.Services.Ec2.Metadata;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.KeyPairs;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>
/// What instances are told about themselves. Sources: EC2 User Guide, "Instance metadata categories", "Use the Instance
/// Metadata Service to access instance metadata".
/// </summary>
public sealed class MetadataTests
{
    private const string Meta = "/latest/meta-data/";
    private static readonly MetadataDesk Desk = new();

    [Theory]
    [InlineData("ami-id", "ami-0123456789abcdef0")]
    [InlineData("ami-launch-index", "0")]
    [InlineData("ami-manifest-path", "(unknown)")]
    [InlineData("block-device-mapping", "ami\nroot")]
    [InlineData("block-device-mapping/ami", "/dev/xvda")]
    [InlineData("events", "maintenance/")]
    [InlineData("events/maintenance/history", "[]")]
    [InlineData("events/maintenance/scheduled", "[]")]
    [InlineData("events/recommendations/rebalance", null)]
    [InlineData("hostname", "ip-172-31-0-4.eu-west-1.compute.internal")]
    [InlineData("iam", null)]
    [InlineData("iam/info", null)]
    [InlineData("iam/security-credentials/", null)]
    [InlineData("instance-action", "none")]
    [InlineData("instance-life-cycle", "on-demand")]
    [InlineData("instance-type", "t3.micro")]
    [InlineData("instance-type/", "t3.micro")]
    [InlineData("local-hostname", "ip-172-31-0-4.eu-west-1.compute.internal")]
    [InlineData("local-ipv4", "172.31.0.4")]
    [InlineData("network/interfaces", "macs/")]
    [InlineData("placement/", "availability-zone\navailability-zone-id\nregion")]
    [InlineData("placement/availability-zone", "eu-west-1a")]
    [InlineData("placement/region", "eu-west-1")]
    [InlineData("profile", "default-hvm")]
    [InlineData("public-keys", "0=door")]
    [InlineData("public-keys/0", "openssh-key")]
    [InlineData("security-groups", "default")]
    [InlineData("services/", "domain\npartition")]
    [InlineData("services/partition", "aws")]
    [InlineData("spot/instance-action", null)]
    [InlineData("tags/instance", null)]
    [InlineData("nothing", null)]
    public void A_category_is_told_as_it_is_documented(string path, string? value)
    {
        var cloud = Fleet.New();
        cloud.Run(new CreateKeyPair(), new() { KeyName = "door" });
        var id = cloud.Launch(Fleet.One() with { KeyName = "door" }).InstanceId!;
        var answer = Get(cloud, id, Meta + path);
        Assert.Equal(value is null ? 404 : 200, answer.Status);
        if (value is not null) Assert.Equal(value, Text(answer));
    }

    [Fact]
    public void The_interfaces_are_told_by_mac_address_and_agree_with_the_records()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch();
        var instance = cloud.Instance(id);
        var face = Assert.Single(instance.NetworkInterfaces!);
        var here = $"{Meta}network/interfaces/macs/{face.MacAddress}/";
        Assert.Equal(face.MacAddress, Value(cloud, id, Meta + "mac"));
        Assert.Equal(face.MacAddress + "/", Value(cloud, id, Meta + "network/interfaces/macs/"));
        Assert.Equal("0", Value(cloud, id, here + "device-number"));
        Assert.Equal(face.NetworkInterfaceId, Value(cloud, id, here + "interface-id"));
        Assert.Equal(instance.PublicIpAddress, Value(cloud, id, here + "public-ipv4s"));
        Assert.Equal(
            instance.PrivateIpAddress, Value(cloud, id, here + "ipv4-associations/" + instance.PublicIpAddress));
        Assert.Equal(face.Groups![0].GroupId, Value(cloud, id, here + "security-group-ids"));
        Assert.Equal("172.31.0.0/20", Value(cloud, id, here + "subnet-ipv4-cidr-block"));
        Assert.Equal("172.31.0.0/16", Value(cloud, id, here + "vpc-ipv4-cidr-blocks"));
        Assert.Equal("123456789012", Value(cloud, id, here + "owner-id"));
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/latest", 200)]
    [InlineData("/2021-03-23/meta-data/instance-id", 200)]
    [InlineData("/2021-03-24/meta-data/instance-id", 404)]
    [InlineData("/latest/user-data", 200)]
    [InlineData("/latest/dynamic/instance-identity/document", 200)]
    [InlineData("/latest/dynamic/instance-identity/signature", 404)]
    [InlineData("/latest/dynamic/instance-identity/pkcs7", 404)]
    [InlineData("/latest/api/token", 405)]
    public void A_path_leads_somewhere_or_not(string path, int status)
    {
        var cloud = Fleet.New();
        var id = cloud.Launch(Fleet.One() with { UserData = "aGVsbG8=" }).InstanceId!;
        Assert.Equal(status, Get(cloud, id, path).Status);
    }

    [Fact]
    public void User_data_is_told_decoded_and_the_document_is_json()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch(Fleet.One() with { UserData = "aGVsbG8=" }).InstanceId!;
        Assert.Equal("hello", Value(cloud, id, "/latest/user-data"));
        Assert.Equal(404, Get(cloud, cloud.Launch(), "/latest/user-data").Status);
        using var document = JsonDocument.Parse(Value(cloud, id, "/latest/dynamic/instance-identity/document"));
        Assert.Equal(id, document.RootElement.GetProperty("instanceId").GetString());
        Assert.Equal("eu-west-1", document.RootElement.GetProperty("region").GetString());
    }

    [Theory]
    [InlineData(null, 400)]
    [InlineData("", 400)]
    [InlineData("0", 400)]
    [InlineData("-1", 400)]
    [InlineData("1.5", 400)]
    [InlineData("21601", 400)]
    [InlineData("1", 200)]
    [InlineData("21600", 200)]
    public void A_token_lasts_from_a_second_to_six_hours(string? seconds, int status)
    {
        var cloud = Fleet.New();
        var answer = Put(cloud, cloud.Launch(), seconds);
        Assert.Equal(status, answer.Status);
        if (status == 200) Assert.Equal(56, answer.Body.Length);
    }

    [Fact]
    public void A_token_is_for_its_instance_and_for_its_time_in_the_world()
    {
        var cloud = Fleet.New();
        var (id, other) = (cloud.Launch(), cloud.Launch());
        var token = Text(Put(cloud, id, "60"));
        Assert.Equal(60, Get(cloud, id, Meta, token).TokenSeconds);
        Assert.Equal(401, Get(cloud, other, Meta, token).Status);
        Assert.Equal(401, Get(cloud, id, Meta, "A" + token[1..]).Status);
        Assert.Equal(401, Get(cloud, id, Meta, "").Status);
        cloud.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(200, Get(cloud, id, Meta, token).Status);
        Assert.Equal(1, Get(cloud, id, Meta, token).TokenSeconds);
        cloud.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(401, Get(cloud, id, Meta, token).Status);
    }

    [Fact]
    public void A_token_is_not_given_to_whom_a_proxy_speaks_for()
    {
        var cloud = Fleet.New();
        var request = new MetadataRequest(cloud.Launch(), "PUT", "/latest/api/token")
        {
            TokenSeconds = "60", IsForwarded = true,
        };
        Assert.Equal(403, cloud.Ask(call => Desk.Answer(call, request)).Status);
    }

    [Fact]
    public void Options_of_the_instance_require_tokens_show_tags_and_turn_it_off()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch(Fleet.One() with
        {
            TagSpecifications =
            [
                new() { ResourceType = ResourceType.Instance, Tags = [new() { Key = "Name", Value = "one" }] },
            ],
        }).InstanceId!;
        Modify(new() { HttpTokens = HttpTokensState.Optional });
        Assert.Equal(200, Get(cloud, id, Meta).Status);
        Modify(new() { HttpTokens = HttpTokensState.Required });
        Assert.Equal(401, Get(cloud, id, Meta).Status);
        var token = Text(Put(cloud, id, "60"));
        Assert.Equal(404, Get(cloud, id, Meta + "tags/instance/Name", token).Status);
        Modify(new() { InstanceMetadataTags = InstanceMetadataTagsState.Enabled });
        Assert.Equal("one", Text(Get(cloud, id, Meta + "tags/instance/Name", token)));
        Modify(new() { HttpEndpoint = InstanceMetadataEndpointState.Disabled });
        Assert.Equal(403, Get(cloud, id, Meta, token).Status);
        Assert.Equal(403, Put(cloud, id, "60").Status);

        void Modify(ModifyInstanceMetadataOptionsRequest options) =>
            cloud.Run(new ModifyInstanceMetadataOptions(), options with { InstanceId = id });
    }

    [Fact]
    public void A_spot_instance_is_told_of_its_interruption()
    {
        var cloud = Market.New();
        var id = cloud.SpotRequest(cloud.Request()).InstanceId!;
        Assert.Equal("spot", Value(cloud, id, Meta + "instance-life-cycle"));
        Assert.Equal(404, Get(cloud, id, Meta + "spot/termination-time").Status);
        var at = cloud.Interrupt(id);
        Assert.Equal($"{at:yyyy-MM-ddTHH:mm:ssZ}", Value(cloud, id, Meta + "spot/termination-time"));
        using var action = JsonDocument.Parse(Value(cloud, id, Meta + "spot/instance-action"));
        Assert.Equal("terminate", action.RootElement.GetProperty("action").GetString());
        using var notice = JsonDocument.Parse(Value(cloud, id, Meta + "events/recommendations/rebalance"));
        Assert.True(notice.RootElement.TryGetProperty("noticeTime", out _));
    }

    [Fact]
    public void An_instance_that_is_stopped_cannot_ask()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch();
        cloud.Stop(id);
        Assert.Equal(404, Get(cloud, id, Meta).Status);
        Assert.Equal(404, Get(cloud, "i-00000000000000000", Meta).Status);
    }

    private static MetadataAnswer Put(Cloud cloud, string id, string? seconds) => cloud.Ask(call =>
        Desk.Answer(call, new MetadataRequest(id, "PUT", "/latest/api/token") { TokenSeconds = seconds }));

    private static MetadataAnswer Get(Cloud cloud, string id, string path, string? token = null) =>
        cloud.Ask(call => Desk.Answer(call, new MetadataRequest(id, "GET", path) { Token = token }));

    private static string Value(Cloud cloud, string id, string path)
    {
        var answer = Get(cloud, id, path);
        Assert.Equal(200, answer.Status);
        return Text(answer);
    }

    private static string Text(MetadataAnswer answer) => Encoding.UTF8.GetString(answer.Body.Span);
}
