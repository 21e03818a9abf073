using Orrery.Services.S3.Operations.Buckets;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>Which lifecycle configurations are taken, and that they come back as they were sent.</summary>
public sealed class LifecycleTextTests
{
    private static readonly DateTimeOffset Date = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly LifecycleExpiration Tomorrow = new() { Days = 1 };

    // Amazon S3 API Reference, PutBucketLifecycleConfiguration; S3 user guide, "Lifecycle configuration elements".
    public static TheoryData<string, string> Refusals { get; } = new()
    {
        { "no action", "InvalidRequest" },
        { "no filter", "MalformedXML" },
        { "filter and prefix", "MalformedXML" },
        { "two filters", "MalformedXML" },
        { "and of one", "MalformedXML" },
        { "sizes that leave nothing", "InvalidRequest" },
        { "days and date", "MalformedXML" },
        { "no days", "InvalidArgument" },
        { "a date at noon", "InvalidArgument" },
        { "markers by tag", "InvalidRequest" },
        { "abort by tag", "InvalidRequest" },
        { "early infrequent access", "InvalidArgument" },
        { "dearer later", "InvalidArgument" },
        { "a class twice", "InvalidRequest" },
        { "gone before it moves", "InvalidArgument" },
        { "mixed", "InvalidRequest" },
        { "no class", "MalformedXML" },
        { "no noncurrent days", "MalformedXML" },
        { "too many newer", "InvalidArgument" },
        { "no abort days", "InvalidArgument" },
        { "an id twice", "InvalidArgument" },
        { "a long id", "InvalidArgument" },
        { "no rules", "MalformedXML" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Configurations_that_make_no_sense_are_refused(string what, string code) =>
        Assert.Equal(code, new Shop().Rig.Refused(new PutBucketLifecycleConfiguration(), Aging.Request(Of(what))));

    [Fact]
    public void A_configuration_comes_back_as_it_was_sent()
    {
        var shop = new Shop();
        LifecycleRule[] rules =
        [
            new() { ID = "old", Status = ExpirationStatus.Disabled, Prefix = "p/", Expiration = new() { Date = Date } },
            Aging.Rule("empty") with { Filter = new(), NoncurrentVersionExpiration = new() { NoncurrentDays = 1 } },
            Aging.Rule("tag") with
            {
                Filter = new() { Tag = new() { Key = "k", Value = "v" } },
                Transitions = [Aging.To(TransitionStorageClass.StandardIa, 30)],
                NoncurrentVersionTransitions =
                [
                    new()
                    {
                        NoncurrentDays = 3,
                        NewerNoncurrentVersions = 2,
                        StorageClass = TransitionStorageClass.Glacier,
                    },
                ],
            },
            Aging.Rule("and") with
            {
                Filter = new() { And = new() { Prefix = "a", ObjectSizeGreaterThan = 1, ObjectSizeLessThan = 9 } },
                Expiration = Tomorrow,
            },
            Aging.Rule("tags") with
            {
                Filter = new()
                {
                    And = new() { Tags = [new() { Key = "z", Value = "1" }, new() { Key = "a", Value = "2" }] },
                },
                Expiration = Tomorrow,
            },
            Aging.Rule("abort") with { AbortIncompleteMultipartUpload = new() { DaysAfterInitiation = 7 } },
            Aging.Rule("markers") with { Expiration = new() { ExpiredObjectDeleteMarker = true } },
        ];
        shop.Age(rules);
        var got = shop.Rig.Run(
            new GetBucketLifecycleConfiguration(),
            new GetBucketLifecycleConfigurationRequest { Bucket = Shop.Bucket });
        Assert.Equivalent(rules, got.Rules, strict: true);
        var tags = got.Rules!.Single(static rule => rule.ID == "tags").Filter!.And!.Tags!;
        Assert.Equal(["z", "a"], tags.Select(static tag => tag.Key));
        Assert.Equal(
            TransitionDefaultMinimumObjectSize.AllStorageClasses128K, got.TransitionDefaultMinimumObjectSize);
        shop.Age(Aging.Rule() with { ID = null, Expiration = Tomorrow });
        got = shop.Rig.Run(
            new GetBucketLifecycleConfiguration(),
            new GetBucketLifecycleConfigurationRequest { Bucket = Shop.Bucket });
        Assert.NotEmpty(Assert.Single(got.Rules!).ID!);
    }

    private static LifecycleRule[] Of(string what)
    {
        var rule = Aging.Rule();
        var gone = rule with { Expiration = Tomorrow };
        LifecycleRuleFilter tagged = new() { Tag = new() { Key = "k", Value = "v" } };
        return what switch
        {
            "no action" => [rule],
            "no filter" => [gone with { Filter = null }],
            "filter and prefix" => [gone with { Prefix = "" }],
            "two filters" => [gone with { Filter = tagged with { Prefix = "p" } }],
            "and of one" => [gone with { Filter = new() { And = new() { Prefix = "p" } } }],
            "sizes that leave nothing" => [gone with { Filter = new()
            {
                And = new() { ObjectSizeGreaterThan = 5, ObjectSizeLessThan = 6 },
            } }],
            "days and date" => [rule with { Expiration = new() { Days = 1, Date = Date } }],
            "no days" => [rule with { Expiration = new() { Days = 0 } }],
            "a date at noon" => [rule with { Expiration = new() { Date = Date.AddHours(12) } }],
            "markers by tag" =>
                [rule with { Filter = tagged, Expiration = new() { ExpiredObjectDeleteMarker = true } }],
            "abort by tag" =>
                [rule with { Filter = tagged, AbortIncompleteMultipartUpload = new() { DaysAfterInitiation = 1 } }],
            "early infrequent access" => [Moving((TransitionStorageClass.StandardIa, 29))],
            "dearer later" => [Moving((TransitionStorageClass.Glacier, 30), (TransitionStorageClass.StandardIa, 60))],
            "a class twice" => [Moving((TransitionStorageClass.Glacier, 30), (TransitionStorageClass.Glacier, 60))],
            "gone before it moves" =>
                [Moving((TransitionStorageClass.Glacier, 30)) with { Expiration = new() { Days = 30 } }],
            "mixed" => [Moving((TransitionStorageClass.Glacier, 30)) with { Expiration = new() { Date = Date } }],
            "no class" => [rule with { Transitions = [new() { Days = 30 }] }],
            "no noncurrent days" => [rule with { NoncurrentVersionExpiration = new() { NewerNoncurrentVersions = 1 } }],
            "too many newer" => [rule with
            {
                NoncurrentVersionExpiration = new() { NoncurrentDays = 1, NewerNoncurrentVersions = 101 },
            }],
            "no abort days" => [rule with { AbortIncompleteMultipartUpload = new() { DaysAfterInitiation = 0 } }],
            "an id twice" => [gone, gone],
            "a long id" => [gone with { ID = new('x', 256) }],
            _ => [],
        };
    }

    private static LifecycleRule Moving(params (TransitionStorageClass Class, int Days)[] to) =>
        Aging.Rule() with { Transitions = [.. to.Select(static one => Aging.To(one.Class, one.Days))] };
}
