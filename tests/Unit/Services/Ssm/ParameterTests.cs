using Orrery.Contracts;
using Orrery.Core;
using Orrery.Kernel;
using Orrery.Services.Kms;
using Orrery.Services.Ssm;
using Orrery.Services.Ssm.Operations.Labels;
using Orrery.Services.Ssm.Operations.Store;
using Orrery.Services.Ssm.Operations.Tags;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Tests.Unit.Services.Ssm;

public sealed class ParameterTests
{
    private readonly Rig _rig = Rig.Of(
        [KmsService.Registration, SsmService.Registration],
        Ports.None.With<IQuotas>(new Quotas(new Dictionary<string, int>())));

    [Fact]
    public void An_empty_pattern_is_none_as_Terraform_sends_it()
    {
        _rig.Run(new PutParameter(), new()
        {
            Name = "/p", Value = "x", Type = ParameterType.String, AllowedPattern = "",
        });
        Assert.Equal("x", Get("/p"));
    }

    [Theory]
    [InlineData("", "at 'value' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("{{ssm:foo}}", "Parameter value can't nest another parameter. Do not use \"{{}}\" in the value.")]
    [InlineData("a {{ }} b", "Parameter value can't nest another parameter. Do not use \"{{}}\" in the value.")]
    [InlineData("}}{{", null)]
    [InlineData("{}", null)]
    public void A_value_is_something_and_names_no_other_parameter(string value, string? message)
    {
        PutParameterRequest wish = new() { Name = "/p", Value = value, Type = ParameterType.String };
        if (message is null)
        {
            _rig.Run(new PutParameter(), wish);
            return;
        }

        var refusal = Assert.Throws<ServiceException>(() => _rig.Run(new PutParameter(), wish));
        Assert.Equal("ValidationException", refusal.Code);
        Assert.EndsWith(message, refusal.Message);
    }

    [Fact]
    public void A_parameter_has_versions_that_are_selected_by_number_and_label()
    {
        Assert.Equal(1, Put("/app/url", "one"));
        Assert.Equal("ParameterAlreadyExists", _rig.Refused(
            new PutParameter(), new() { Name = "/app/url", Value = "two", Type = ParameterType.String }));
        Assert.Equal(2, Put("/app/url", "two"));
        Label("/app/url", 1, "prod");
        Assert.Equal(("two", "one", "one"), (Get("/app/url"), Get("/app/url:1"), Get("/app/url:prod")));
        Label("/app/url", 2, "prod");
        Assert.Equal("two", Get("/app/url:prod"));
        Assert.Equal("two", Get("arn:aws:ssm:eu-west-1:123456789012:parameter/app/url"));
        Assert.Equal("ParameterVersionNotFound", Rig.Refusal(() => Get("/app/url:9")));
        Assert.Equal("ParameterNotFound", Rig.Refusal(() => Get("/app")));
        var history = _rig.Run(new GetParameterHistory(), new() { Name = "/app/url" }).Parameters!;
        Assert.Equal(["one", "two"], history.Select(v => v.Value));
        Assert.Equal(["prod"], history[1].Labels!);
        var unlabelled = _rig.Run(new UnlabelParameterVersion(), new()
        {
            Name = "/app/url", ParameterVersion = 2, Labels = ["prod", "none"],
        });
        Assert.Equal(["prod"], unlabelled.RemovedLabels!);
        Assert.Equal(["none"], unlabelled.InvalidLabels!);
    }

    [Fact]
    public void Labels_that_are_none_are_told_and_ten_are_enough()
    {
        Put("p", "1");
        Assert.Equal(["1st", "aws-x", "ssm"], Label("p", 1, "1st", "aws-x", "ssm", "good").InvalidLabels!);
        Assert.Equal(
            "ParameterVersionLabelLimitExceeded",
            Rig.Refusal(() => Label("p", 1, [.. Enumerable.Range(0, 10).Select(i => $"l{i}")])));
    }

    [Fact]
    public void A_secure_string_is_shown_open_only_if_asked()
    {
        _rig.Run(new PutParameter(), new()
        {
            Name = "/app/pass", Value = "hush", Type = ParameterType.SecureString,
        });
        Assert.Equal("hush", Get("/app/pass", true));
        Assert.DoesNotContain("hush", Get("/app/pass"), StringComparison.Ordinal);
        Assert.Equal("InvalidKeyId", _rig.Refused(new PutParameter(), new()
        {
            Name = "/x", Value = "y", Type = ParameterType.SecureString, KeyId = "alias/none",
        }));
    }

    [Fact]
    public void A_path_gives_what_is_below_it()
    {
        foreach (var name in new[] { "/a/b", "/a/c/d", "/ab/e", "f" })
            Put(name, name);
        string[] Below(string path, bool isRecursive) =>
        [
            .. _rig.Run(new GetParametersByPath(), new() { Path = path, Recursive = isRecursive })
                .Parameters!.Select(p => p.Name!),
        ];
        Assert.Equal(["/a/b"], Below("/a", false));
        Assert.Equal(["/a/b", "/a/c/d"], Below("/a/", true));
        Assert.Equal(["/a/b", "/a/c/d", "/ab/e"], Below("/", true));
        Assert.Equal("ValidationException", Rig.Refusal(() => Below("a", true)));
        var some = _rig.Run(new GetParameters(), new() { Names = ["f", "none"] });
        Assert.Equal(("f", "none"), (some.Parameters![0].Name, some.InvalidParameters![0]));
    }

    [Fact]
    public void Listings_are_filtered()
    {
        Put("/a/b", "1");
        Put("c", "2");
        string[] Names(string key, string option, string value) =>
        [
            .. _rig.Run(new DescribeParameters(), new()
            {
                ParameterFilters = [new() { Key = key, Option = option, Values = [value] }],
            }).Parameters!.Select(p => p.Name!),
        ];
        Assert.Equal(["/a/b"], Names("Name", "BeginsWith", "/a"));
        Assert.Equal(["/a/b"], Names("Path", "Recursive", "/a"));
        Assert.Equal(["/a/b", "c"], Names("Type", "Equals", "String"));
        Assert.Equal("InvalidFilterKey", Rig.Refusal(() => Names("Nothing", "Equals", "x")));
        Assert.Equal("InvalidFilterOption", Rig.Refusal(() => Names("Name", "Recursive", "x")));
    }

    [Fact]
    public void The_oldest_version_makes_room_unless_it_has_a_label()
    {
        for (var i = 1; i <= 101; i++)
            Assert.Equal(i, Put("p", $"{i}"));
        Assert.Equal("ParameterVersionNotFound", Rig.Refusal(() => Get("p:1")));
        Label("p", 2, "keep");
        Assert.Equal("ParameterMaxVersionLimitExceeded", Rig.Refusal(() => Put("p", "x")));
    }

    [Fact]
    public void An_advanced_parameter_expires()
    {
        _rig.Run(new PutParameter(), new()
        {
            Name = "/t",
            Value = "x",
            Type = ParameterType.String,
            Tier = ParameterTier.Advanced,
            Policies =
                """
                [{"Type":"Expiration","Version":"1.0","Attributes":{"Timestamp":"2026-01-11T00:00:00.000Z"}},
                {"Type":"ExpirationNotification","Version":"1.0","Attributes":{"Before":"1","Unit":"Days"}},
                {"Type":"NoChangeNotification","Version":"1.0","Attributes":{"After":"2","Unit":"Days"}}]
                """,
        });
        _rig.Advance(TimeSpan.FromDays(9.5));
        var shown = Assert.Single(_rig.Run(new DescribeParameters(), new()).Parameters!);
        Assert.Equal(["Pending", "Finished", "Finished"], shown.Policies!.Select(p => p.PolicyStatus));
        _rig.Advance(TimeSpan.FromDays(0.5));
        Assert.Equal("ParameterNotFound", Rig.Refusal(() => Get("/t")));
    }

    // Systems Manager API Reference, PutParameter.
    [Theory]
    [InlineData("aws/x", "text", "ValidationException")]
    [InlineData("/aws/x", "text", "ValidationException")]
    [InlineData("SSM-x", "text", "ValidationException")]
    [InlineData("/a//b", "text", "ValidationException")]
    [InlineData("/a b", "text", "ValidationException")]
    [InlineData("/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16", "text", "HierarchyLevelLimitExceededException")]
    [InlineData("/image", "aws:ssm:integration", "ValidationException")]
    [InlineData("/aws/service/ami-amazon-linux-latest/x", "text", "ValidationException")]
    public void Names_and_data_types_are_checked(string name, string type, string code) =>
        Assert.Equal(code, _rig.Refused(new PutParameter(), new()
        {
            Name = name, Value = "x", Type = ParameterType.String, DataType = type,
        }));

    [Fact]
    public void Values_are_held_against_tier_and_pattern()
    {
        PutParameterRequest Wish(string value, ParameterTier tier, string? pattern = null) => new()
        {
            Name = "/v", Value = value, Type = ParameterType.String, Tier = tier, AllowedPattern = pattern,
        };
        var longer = new string('x', 4097);
        Assert.Equal("ValidationException", _rig.Refused(new PutParameter(), Wish(longer, ParameterTier.Standard)));
        Assert.Equal(
            "ParameterPatternMismatchException",
            _rig.Refused(new PutParameter(), Wish("x1", ParameterTier.Standard, "[a-z]+")));
        Assert.Equal(
            "InvalidAllowedPatternException",
            _rig.Refused(new PutParameter(), Wish("x1", ParameterTier.Standard, "[a")));
        Assert.Equal(
            ParameterTier.Advanced, _rig.Run(new PutParameter(), Wish(longer, ParameterTier.IntelligentTiering)).Tier);
        Assert.Equal("ValidationException", _rig.Refused(
            new PutParameter(), Wish("x", ParameterTier.Standard) with { Overwrite = true }));
        Assert.Equal("ParameterNotFound", Rig.Refusal(() => Get("/aws/service/x")));
    }

    [Fact]
    public void Parameters_are_tagged_and_deleted()
    {
        Put("p", "1");
        _rig.Run(new AddTagsToResource(), new()
        {
            ResourceType = ResourceTypeForTagging.Parameter,
            ResourceId = "p",
            Tags = [new() { Key = "a", Value = "1" }, new() { Key = "b", Value = "2" }],
        });
        _rig.Run(new RemoveTagsFromResource(), new()
        {
            ResourceType = ResourceTypeForTagging.Parameter, ResourceId = "p", TagKeys = ["a"],
        });
        Assert.Equal("b", Assert.Single(_rig.Run(new ListTagsForResource(), new()
        {
            ResourceType = ResourceTypeForTagging.Parameter, ResourceId = "p",
        }).TagList!).Key);
        var gone = _rig.Run(new DeleteParameters(), new() { Names = ["p", "q"] });
        Assert.Equal(("p", "q"), (gone.DeletedParameters![0], gone.InvalidParameters![0]));
        Assert.Equal("ParameterNotFound", _rig.Refused(new DeleteParameter(), new() { Name = "p" }));
    }

    private long Put(string name, string value) => _rig.Run(new PutParameter(), new()
    {
        Name = name, Value = value, Type = ParameterType.String, Overwrite = Exists(name),
    }).Version!.Value;

    private bool Exists(string name) =>
        _rig.Run(new GetParameters(), new() { Names = [name] }).Parameters!.Count > 0;

    private string Get(string name, bool decrypts = false) =>
        _rig.Run(new GetParameter(), new() { Name = name, WithDecryption = decrypts }).Parameter!.Value!;

    private LabelParameterVersionResult Label(string name, long version, params string[] labels) =>
        _rig.Run(new LabelParameterVersion(), new() { Name = name, ParameterVersion = version, Labels = labels });
}
