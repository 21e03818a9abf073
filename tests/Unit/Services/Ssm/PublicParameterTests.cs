using Orrery.Contracts;
using Orrery.Contracts.Events;
using Orrery.Kernel;
using Orrery.Services.Ec2;
using Orrery.Services.Ec2.Operations.Images;
using Orrery.Services.Kms;
using Orrery.Services.Ssm;
using Orrery.Services.Ssm.Operations.Store;
using Orrery.Tests.Unit.Services.Ec2;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Tests.Unit.Services.Ssm;

/// <summary>Public parameters, and parameters whose values are images.</summary>
public sealed class PublicParameterTests
{
    private const string Linux = "/aws/service/ami-amazon-linux-latest";
    private const string Ubuntu = "/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id";

    private readonly HeardEvents _bus = new();
    private readonly Rig _rig;

    public PublicParameterTests() => _rig = Rig.Of(
        [Ec2Service.Registration, KmsService.Registration, SsmService.Registration],
        Ports.None.With<IQuotas>(new Quotas(new Dictionary<string, int>())).With<IEventBus>(_bus));

    // Systems Manager User Guide, "Calling the AMI public parameter for Amazon Linux".
    [Theory]
    [InlineData(Linux + "/al2023-ami-kernel-default-x86_64", "text", "al2023-ami-2023.*x86_64")]
    [InlineData(Linux + "/amzn2-ami-hvm-x86_64-gp2", "text", "amzn2-ami-hvm-2.0.*x86_64-gp2")]
    [InlineData("/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base", "text",
        "Windows_Server-2022-English-Full-Base-*")]
    [InlineData(Ubuntu, "aws:ec2:image", "ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-*")]
    [InlineData("/aws/service/debian/release/12/latest/arm64", "aws:ec2:image", "debian-12-arm64-*")]
    public void They_name_images_that_the_region_has(string name, string dataType, string image)
    {
        foreach (var rig in new[] { _rig, _rig.In("us-east-1") })
        {
            var found = rig.Run(new GetParameter(), new() { Name = name }).Parameter!;
            Assert.Equal((ParameterType.String, dataType, 1), (found.Type, found.DataType, found.Version));
            var listed = rig.Run(new DescribeImages(), new()
            {
                ImageIds = [found.Value!], Filters = [new() { Name = "name", Values = [image] }],
            });
            Assert.Single(listed.Images!);
        }

        Assert.Equal(
            $"arn:aws:ssm:eu-west-1::parameter{name}",
            _rig.Run(new GetParameter(), new() { Name = name }).Parameter!.ARN);
    }

    [Fact]
    public void All_of_them_name_images_in_every_region()
    {
        foreach (var region in Orrery.Contracts.Regions.RegionCatalog.All)
        {
            var all = Below(_rig.In(region.Code), "/aws/service", true)
                .Where(p => !p.Name!.StartsWith("/aws/service/list/", StringComparison.Ordinal)).ToList();
            Assert.True(all.Count > 30);
            Assert.Equal(
                all.Select(p => p.Value).Distinct().Count(),
                _rig.In(region.Code).Run(
                    new DescribeImages(), new() { ImageIds = [.. all.Select(p => p.Value!)] }).Images!.Count);
        }
    }

    [Fact]
    public void They_are_read_by_path_by_ARN_and_in_their_one_version()
    {
        Assert.Equal(7, Below(_rig, Linux, false).Count);
        Assert.Empty(Below(_rig, "/aws/service", false));
        Assert.Equal(
            ["ami-amazon-linux-latest", "ami-windows-latest", "canonical", "debian"],
            Below(_rig, "/aws/service/list", false).Select(p => p.Value!.Split('/')[3]));
        var value = Value(Ubuntu);
        Assert.Equal(value, Value($"arn:aws:ssm:eu-west-1::parameter{Ubuntu}"));
        Assert.Equal(value, Value($"{Ubuntu}:1"));
        Assert.Equal("ParameterVersionNotFound", Rig.Refusal(() => Value($"{Ubuntu}:2")));
        var several = _rig.Run(new GetParameters(), new() { Names = [Ubuntu, "/aws/service/x"] });
        Assert.Equal((value, "/aws/service/x"), (several.Parameters![0].Value, several.InvalidParameters![0]));
        Assert.Equal(value, Assert.Single(_rig.Run(
            new GetParameterHistory(), new() { Name = Ubuntu }).Parameters!).Value);
    }

    // Systems Manager API Reference, DescribeParameters: those of the account.
    [Fact]
    public void They_are_not_among_the_parameters_of_an_account_and_not_to_be_changed()
    {
        Assert.Empty(_rig.Run(new DescribeParameters(), new()).Parameters!);
        Assert.Empty(Below(_rig, "/", true));
        Assert.Equal("ParameterNotFound", _rig.Refused(new DeleteParameter(), new() { Name = Ubuntu }));
        Assert.Equal("ValidationException", _rig.Refused(new PutParameter(), new()
        {
            Name = Ubuntu, Value = "x", Type = ParameterType.String,
        }));
    }

    [Fact]
    public void A_value_that_is_no_image_makes_no_parameter_and_an_event_tells_of_it()
    {
        var put = _rig.Run(new PutParameter(), Wish("ami-1"));
        Assert.Equal(1, put.Version);
        Assert.Equal("ParameterNotFound", Rig.Refusal(() => Value("/golden")));
        Assert.Equal(
            """{"exception":"Unable to Describe Resource","operation":"Create","name":"/golden","type":"String","""
                + "\"dataType\":\"aws:ec2:image\"}",
            Assert.Single(_bus.Events).Detail);
        _rig.Run(new PutParameter(), Wish(Fleet.Image));
        Assert.Equal(2, _rig.Run(new PutParameter(), Wish("ami-1") with { Overwrite = true }).Version);
        var kept = _rig.Run(new GetParameter(), new() { Name = "/golden" }).Parameter!;
        Assert.Equal((Fleet.Image, 1, "aws:ec2:image"), (kept.Value, kept.Version, kept.DataType));
        Assert.Equal("aws:ec2:image", Assert.Single(_rig.Run(new DescribeParameters(), new()
        {
            ParameterFilters = [new() { Key = "DataType", Values = ["aws:ec2:image"] }],
        }).Parameters!).DataType);
    }

    [Fact]
    public void A_data_type_is_that_of_Strings_and_stays()
    {
        Assert.Equal("ValidationException", _rig.Refused(
            new PutParameter(), Wish(Fleet.Image) with { Type = ParameterType.StringList }));
        _rig.Run(new PutParameter(), Wish("text") with { DataType = "text" });
        Assert.Equal("ValidationException", _rig.Refused(
            new PutParameter(), Wish(Fleet.Image) with { Overwrite = true }));
    }

    private static PutParameterRequest Wish(string value) => new()
    {
        Name = "/golden", Value = value, Type = ParameterType.String, DataType = "aws:ec2:image",
    };

    private static List<Parameter> Below(Rig rig, string path, bool recursive)
    {
        var all = new List<Parameter>();
        for (string? token = null; ;)
        {
            var page = rig.Run(new GetParametersByPath(), new()
            {
                Path = path, Recursive = recursive, MaxResults = 10, NextToken = token,
            });
            all.AddRange(page.Parameters!);
            if ((token = page.NextToken) is null) return all;
        }
    }

    private string Value(string name) =>
        _rig.Run(new GetParameter(), new() { Name = name }).Parameter!.Value!;
}
