using Orrery.Services.Ec2.Operations.Tags;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class TagTests
{
    private readonly Cloud _cloud = Cloud.New();
    private readonly string _vpc;

    public TagTests() => _vpc = _cloud.Run(new CreateVpc(), new() { CidrBlock = "10.0.0.0/16" }).Vpc!.VpcId!;

    [Fact]
    public void Tags_are_put_listed_filtered_and_deleted_by_key_or_by_value()
    {
        Put(("Name", "a"), ("Stage", "test"));
        Put(("Name", "b"));
        Assert.Equal(["Name=b", "Stage=test"], Listed());
        Assert.Single(_cloud.Run(new DescribeVpcs(), new() { Filters = [Filter("tag:Name", "?")] }).Vpcs!);
        Assert.Empty(_cloud.Run(new DescribeVpcs(), new() { Filters = [Filter("tag:Name", "a")] }).Vpcs!);

        _cloud.Run(new DeleteTags(), new() { Resources = [_vpc], Tags = [new() { Key = "Name", Value = "other" }] });
        Assert.Equal(2, Listed().Count);
        _cloud.Run(new DeleteTags(), new() { Resources = [_vpc], Tags = [new() { Key = "Name" }] });
        Assert.Equal(["Stage=test"], Listed());
        _cloud.Run(new DeleteTags(), new() { Resources = [_vpc] });
        Assert.Empty(Listed());
    }

    [Fact]
    public void Pages_of_tags_hold_every_tag_once()
    {
        var all = Enumerable.Range(0, 17).Select(i => ($"k{i:00}", "v")).ToArray();
        Put(all);
        var seen = new List<string>();
        string? token = null;
        do
        {
            var page = _cloud.Run(new DescribeTags(), new() { MaxResults = 5, NextToken = token });
            seen.AddRange(page.Tags!.Select(t => t.Key!));
            token = page.NextToken;
        }
        while (token is not null);
        Assert.Equal(all.Select(t => t.Item1), seen);
        Assert.Equal("InvalidNextToken", _cloud.Refused(new DescribeTags(), new() { NextToken = "nonsense" }));
    }

    [Theory]
    [InlineData("aws:own", "InvalidParameterValue")]
    [InlineData("", "InvalidParameterValue")]
    public void A_key_that_is_reserved_or_empty_is_refused_and_changes_nothing(string key, string code)
    {
        Assert.Equal(code, Cloud.Refusal(() => Put(("Good", "1"), (key, "2"))));
        Assert.Empty(Listed());
    }

    [Fact]
    public void Fifty_tags_fit_one_resource_and_no_more()
    {
        Put([.. Enumerable.Range(0, 50).Select(i => ($"k{i}", ""))]);
        Assert.Equal("TagLimitExceeded", Cloud.Refusal(() => Put(("one", "more"))));
    }

    [Theory]
    [InlineData("vpc-0123456789abcdef0", "InvalidVpcID.NotFound")]
    [InlineData("vpc-5e6f7g8h", "InvalidVpcID.Malformed")]
    [InlineData("nonsense", "InvalidID")]
    public void What_does_not_exist_cannot_be_tagged(string id, string code) => Assert.Equal(code, _cloud.Refused(
        new CreateTags(), new() { Resources = [_vpc, id], Tags = [new() { Key = "a", Value = "b" }] }));

    [Fact]
    public void Fifty_filters_of_two_hundred_values_fit_one_request_and_no_more()
    {
        string[] values = [.. Enumerable.Range(0, 200).Select(i => $"v{i}")];
        var filter = new Filter { Name = "tag:a", Values = values };
        Find([.. Enumerable.Repeat(filter, 50)]);
        Assert.Equal("FilterLimitExceeded", Cloud.Refusal(() => Find([.. Enumerable.Repeat(filter, 51)])));
        Assert.Equal(
            "FilterLimitExceeded", Cloud.Refusal(() => Find([filter with { Values = [.. values, "one"] }])));

        object Find(Filter[] filters) => _cloud.Run(new DescribeVpcs(), new DescribeVpcsRequest { Filters = filters });
    }

    private static Filter Filter(string name, string value) => new() { Name = name, Values = [value] };

    private object? Put(params (string Key, string Value)[] tags) => _cloud.Run(new CreateTags(), new()
    {
        Resources = [_vpc], Tags = [.. tags.Select(t => new Tag { Key = t.Key, Value = t.Value })],
    });

    private List<string> Listed() =>
        [.. _cloud.Run(new DescribeTags(), new() { Filters = [Filter("resource-id", _vpc)] }).Tags!
            .Select(t => $"{t.Key}={t.Value}")];
}
