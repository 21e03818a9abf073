using CsCheck;
using Orrery.Contracts.Delivery;
using Orrery.Core;
using Orrery.Services.Sns.Filtering;

namespace Orrery.Tests.Unit.Services.Sns;

public sealed class FilterTests
{
    // SNS Developer Guide: "String value matching", "Numeric value matching", "Key matching". The value is a message
    // attribute: its type, a colon, its text; nothing where the attribute is not there.
    [Theory]
    [InlineData("""["rugby", "tennis"]""", "String:rugby", true)]
    [InlineData("""["rugby", "tennis"]""", "String:baseball", false)]
    [InlineData("""["rugby"]""", "String:Rugby", false)]
    [InlineData("""["rugby"]""", null, false)]
    [InlineData("""["rugby"]""", """String.Array:["baseball","rugby"]""", true)]
    [InlineData("""["rugby"]""", """String.Array:["baseball"]""", false)]
    [InlineData("""[{"anything-but": ["rugby", "tennis"]}]""", "String:baseball", true)]
    [InlineData("""[{"anything-but": ["rugby", "tennis"]}]""", "String:rugby", false)]
    [InlineData("""[{"anything-but": ["rugby", "tennis"]}]""", """String.Array:["rugby","baseball"]""", true)]
    [InlineData("""[{"anything-but": ["rugby", "tennis"]}]""", """String.Array:["rugby"]""", false)]
    [InlineData("""[{"anything-but": ["rugby"]}]""", null, false)]
    [InlineData("""[{"anything-but": ["rugby"]}, {"exists": false}]""", null, true)]
    [InlineData("""[{"anything-but": {"prefix": "order-"}}]""", "String:data-entry", true)]
    [InlineData("""[{"anything-but": {"prefix": "order-"}}]""", "String:order-number", false)]
    [InlineData("""[{"anything-but": {"suffix": "ball"}}]""", "String:rugby", true)]
    [InlineData("""[{"anything-but": {"suffix": "ball"}}]""", "String:baseball", false)]
    [InlineData("""[{"anything-but": {"wildcard": "*ball"}}]""", "String:baseball", false)]
    [InlineData("""[{"anything-but": {"wildcard": "*ball"}}]""", "String:rugby", true)]
    [InlineData("""[{"equals-ignore-case": "tennis"}]""", "String:TENNIS", true)]
    [InlineData("""[{"equals-ignore-case": "tennis"}]""", "String:baseball", false)]
    [InlineData("""[{"cidr": "10.0.0.0/24"}]""", "String:10.0.0.255", true)]
    [InlineData("""[{"cidr": "10.0.0.0/24"}]""", "String:10.1.1.0", false)]
    [InlineData("""[{"cidr": "10.0.0.0/24"}]""", "String:rugby", false)]
    [InlineData("""[{"prefix": "bas"}]""", "String:baseball", true)]
    [InlineData("""[{"prefix": "bas"}]""", "String:rugby", false)]
    [InlineData("""[{"suffix": "ball"}]""", "String:baseball", true)]
    [InlineData("""[{"suffix": "ball"}]""", "String:rugby", false)]
    [InlineData("""[{"wildcard": "*ball"}]""", "String:baseball", true)]
    [InlineData("""[{"wildcard": "b*se*l"}]""", "String:baseball", true)]
    [InlineData("""[{"wildcard": "b*se*x"}]""", "String:baseball", false)]
    [InlineData("[301.5]", "Number:301.50", true)]
    [InlineData("[301.5]", "Number:3.015e2", true)]
    [InlineData("[301.5]", "String:301.5", false)]
    [InlineData("""["100"]""", "Number:100", false)]
    [InlineData("""[{"anything-but": [100, 500]}]""", "Number:101", true)]
    [InlineData("""[{"anything-but": [100, 500]}]""", "Number:100", false)]
    [InlineData("""[{"numeric": ["<", 0]}]""", "Number:-1", true)]
    [InlineData("""[{"numeric": ["<", 0]}]""", "Number:0", false)]
    [InlineData("""[{"numeric": [">", 0, "<=", 150]}]""", "Number:150", true)]
    [InlineData("""[{"numeric": [">", 0, "<=", 150]}]""", "Number:0", false)]
    [InlineData("""[{"numeric": ["=", 301.5]}]""", "Number:301.5", true)]
    [InlineData("""[{"exists": true}]""", "String:any", true)]
    [InlineData("""[{"exists": true}]""", null, false)]
    [InlineData("""[{"exists": false}]""", null, true)]
    [InlineData("""[{"exists": false}]""", "String:any", false)]
    [InlineData("""[{"exists": true}]""", "Binary:AAAA", true)]
    [InlineData("""["AAAA"]""", "Binary:AAAA", false)]
    public void Documented_examples_of_attributes(string tests, string? value, bool passes)
    {
        var policy = FilterParser.Parse($$"""{"key": {{tests}}}""", ofBody: false);
        Assert.Equal(passes, policy.Matches(Of(value is null ? [] : [("key", value)])));
    }

    // SNS Developer Guide: "AND/OR logic", "Payload-based message filtering".
    [Theory]
    [InlineData("""{"a": ["x"], "b": ["y"]}""", """{"a": "x", "b": "y", "c": 1}""", true)]
    [InlineData("""{"a": ["x"], "b": ["y"]}""", """{"a": "x"}""", false)]
    [InlineData("""{"s": ["v"], "$or": [{"m": ["CPU"]}, {"n": ["EC2"]}]}""", """{"s": "v", "n": "EC2"}""", true)]
    [InlineData("""{"s": ["v"], "$or": [{"m": ["CPU"]}, {"n": ["EC2"]}]}""", """{"s": "v", "n": "ES"}""", false)]
    [InlineData("""{"s": ["v"], "$or": [{"m": ["CPU"]}, {"n": ["EC2"]}]}""", """{"n": "EC2"}""", false)]
    [InlineData("""{"$or": [{"prefix": "a"}, {"prefix": "b"}]}""", """{"$or": "bc"}""", true)]
    [InlineData("""{"p": {"q": [{"prefix": "r"}]}}""", """{"p": {"q": "rs"}}""", true)]
    [InlineData("""{"p": {"q": [{"prefix": "r"}]}}""", """{"p": {"q": "s"}}""", false)]
    [InlineData("""{"p": {"q": [{"exists": false}]}}""", """{"p": {"z": 1}}""", true)]
    [InlineData("""{"p": {"q": [1], "r": [2]}}""", """{"p": [{"q": 1, "r": 0}, {"q": 1, "r": 2}]}""", true)]
    [InlineData("""{"p": {"q": [1], "r": [2]}}""", """{"p": [{"q": 1}, {"r": 2}]}""", false)]
    [InlineData("""{"a": [true, null]}""", """{"a": true}""", true)]
    [InlineData("""{"a": [true, null]}""", """{"a": null}""", true)]
    [InlineData("""{"a": [true, null]}""", """{"a": "true"}""", false)]
    [InlineData("""{"a": [{"numeric": [">", 5]}]}""", """{"a": [1, 6]}""", true)]
    [InlineData("""{"a": ["x"]}""", "no json", false)]
    [InlineData("""{"a": ["x"]}""", """["x"]""", false)]
    public void Documented_examples_of_bodies(string policy, string body, bool passes) =>
        Assert.Equal(passes, FilterParser.Parse(policy, ofBody: true).MatchesBody(body));

    // SNS Developer Guide, "Filter policy constraints".
    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("""{"a": "x"}""")]
    [InlineData("""{"a": []}""")]
    [InlineData("""{"a": {"b": ["x"]}}""")]
    [InlineData("""{"a": [["x"]]}""")]
    [InlineData("""{"a": [{"sounds-like": "x"}]}""")]
    [InlineData("""{"a": [{"prefix": "x", "suffix": "y"}]}""")]
    [InlineData("""{"a": [{"prefix": 1}]}""")]
    [InlineData("""{"a": [{"exists": "yes"}]}""")]
    [InlineData("""{"a": [{"numeric": ["<"]}]}""")]
    [InlineData("""{"a": [{"numeric": ["~", 1]}]}""")]
    [InlineData("""{"a": [{"numeric": ["<", 1, ">", 0]}]}""")]
    [InlineData("""{"a": [{"numeric": [">", 5, "<", 5]}]}""")]
    [InlineData("""{"a": [1000000001]}""")]
    [InlineData("""{"a": [{"cidr": "10.0.0.0"}]}""")]
    [InlineData("""{"a": [{"anything-but": []}]}""")]
    [InlineData("""{"a": [{"wildcard": "a**b"}]}""")]
    [InlineData("""{"a": [1], "b": [1], "c": [1], "d": [1], "e": [1], "f": [1]}""")]
    public void Policies_that_cannot_be_are_refused(string policy) =>
        Assert.Equal("InvalidParameter", Rig.Refusal(() => FilterParser.Parse(policy, ofBody: false)));

    [Fact]
    public void A_policy_has_at_most_150_combinations_which_depth_multiplies()
    {
        static string Values(int count) => $"[{string.Join(',', Enumerable.Range(0, count))}]";
        FilterParser.Parse($$"""{"a": {{Values(10)}}, "b": {{Values(15)}}}""", ofBody: false);
        Assert.Throws<ServiceException>(() =>
            FilterParser.Parse($$"""{"a": {{Values(10)}}, "b": {{Values(16)}}}""", ofBody: false));
        FilterParser.Parse("""{"a": {"b": {"c": """ + Values(50) + "}}}", ofBody: true);
        Assert.Throws<ServiceException>(() =>
            FilterParser.Parse("""{"a": {"b": {"c": """ + Values(51) + "}}}", ofBody: true));
    }

    [Fact]
    public void What_a_policy_does_not_name_does_not_matter()
    {
        var passed = 0;
        var stopped = 0;
        Gen.Select(Policies, Messages, Messages).Sample((policy, message, more) =>
        {
            var read = FilterParser.Parse(policy, ofBody: false);
            var before = read.Matches(Of(message));
            if (before) Interlocked.Increment(ref passed);
            else Interlocked.Increment(ref stopped);
            return before == read.Matches(Of([.. message, .. more.Select(m => ("other-" + m.Name, m.Value))]));
        }, iter: 2_000);
        Assert.True(passed > 0 && stopped > 0, $"{passed} passed, {stopped} stopped");
    }

    [Fact]
    public void More_alternatives_let_more_pass()
    {
        Gen.Select(Gen.Select(Tests, Tests), Messages).Sample((tests, message) =>
        {
            bool Passes(string inner) => FilterParser.Parse($$"""{"a": [{{inner}}]}""", false).Matches(Of(message));
            return (Passes(tests.Item1) || Passes(tests.Item2)) == Passes($"{tests.Item1},{tests.Item2}");
        });
    }

    private static readonly Gen<string> Tests = Gen.OneOfConst(
        "\"x\"", "\"xy\"", "1", "2.5", "{\"prefix\":\"x\"}", "{\"suffix\":\"y\"}", "{\"anything-but\":[\"x\"]}",
        "{\"anything-but\":{\"prefix\":\"x\"}}", "{\"numeric\":[\">\",1,\"<=\",3]}", "{\"exists\":true}",
        "{\"exists\":false}", "{\"equals-ignore-case\":\"XY\"}", "{\"wildcard\":\"*y*\"}", "{\"cidr\":\"10.0.0.0/8\"}");

    private static readonly Gen<string> Policies =
        Gen.Select(Tests, Tests).Select((one, other) => $$"""{"a": [{{one}}], "b": [{{other}}]}""");

    private static readonly Gen<(string Name, string Value)[]> Messages = Gen.Select(
            Gen.OneOfConst("a", "b", "c"),
            Gen.OneOfConst("String:x", "String:xy", "String:z", "Number:1", "Number:2.5", "String:10.1.2.3",
                "String.Array:[\"x\",\"q\"]"))
        .Array[0, 3].Select(all => all.DistinctBy(one => one.Item1).ToArray());

    private static Dictionary<string, IReadOnlyList<FilterValue>> Of((string Name, string Value)[] attributes) =>
        AttributeValues.Of(attributes.Select(a =>
        {
            var colon = a.Value.IndexOf(':', StringComparison.Ordinal);
            return new DeliveryAttribute(a.Name, a.Value[..colon], a.Value[(colon + 1)..]);
        }));
}
