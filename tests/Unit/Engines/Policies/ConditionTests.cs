using Orrery.Engines.Policies.Conditions;

namespace Orrery.Tests.Unit.Engines.Policies;

/// <summary>IAM User Guide, "IAM JSON policy elements: Condition operators", and the pages named at the rows.</summary>
public sealed class ConditionTests
{
    [Theory]
    [InlineData("""{"StringEquals":{"aws:PrincipalTag/job-category":"iamuser-admin"}}""", "iamuser-admin", true)]
    [InlineData("""{"StringEquals":{"aws:PrincipalTag/job-category":"iamuser-admin"}}""", "iamuser-Admin", false)]
    [InlineData("""{"StringEqualsIgnoreCase":{"AWS:principaltag/JOB-category":"iamuser-admin"}}""",
        "IAMUSER-ADMIN", true)]
    [InlineData("""{"StringNotEquals":{"aws:PrincipalTag/job-category":["a","b"]}}""", "c", true)]
    [InlineData("""{"StringNotEquals":{"aws:PrincipalTag/job-category":["a","b"]}}""", "b", false)]
    [InlineData("""{"StringLike":{"aws:PrincipalTag/job-category":"ia?user-*"}}""", "iamuser-", true)]
    [InlineData("""{"StringLike":{"aws:PrincipalTag/job-category":"ia?user-*"}}""", "iauser-x", false)]
    [InlineData("""{"StringEquals":{"aws:PrincipalTag/job-category":"a*"}}""", "ab", false)]
    [InlineData("""{"NumericLessThanEquals":{"aws:PrincipalTag/job-category":10}}""", "10.0", true)]
    [InlineData("""{"NumericLessThan":{"aws:PrincipalTag/job-category":"10"}}""", "10", false)]
    [InlineData("""{"NumericGreaterThan":{"aws:PrincipalTag/job-category":"10"}}""", "many", false)]
    [InlineData("""{"DateGreaterThan":{"aws:PrincipalTag/job-category":"2019-07-16T12:00:00Z"}}""",
        "2019-07-16T14:00:00+01:00", true)]
    [InlineData("""{"DateLessThan":{"aws:PrincipalTag/job-category":"2019-07-16"}}""", "1563235199", true)]
    [InlineData("""{"Bool":{"aws:PrincipalTag/job-category":"TRUE"}}""", "true", true)]
    [InlineData("""{"BinaryEquals":{"aws:PrincipalTag/job-category":"QmluYXJ5VmFsdWVJbkJhc2U2NA=="}}""",
        "QmluYXJ5VmFsdWVJbkJhc2U2NA==", true)]
    [InlineData("""{"IpAddress":{"aws:PrincipalTag/job-category":"203.0.113.0/24"}}""", "203.0.113.99", true)]
    [InlineData("""{"IpAddress":{"aws:PrincipalTag/job-category":"203.0.113.9/24"}}""", "203.0.113.99", true)]
    [InlineData("""{"IpAddress":{"aws:PrincipalTag/job-category":"2001:DB8:1234:5678::/64"}}""",
        "2001:db8:1234:5678:0:8a2e:370:7334", true)]
    [InlineData("""{"NotIpAddress":{"aws:PrincipalTag/job-category":["203.0.113.0/24","2001:db8::/32"]}}""",
        "2001:db8::1", false)]
    [InlineData("""{"NotIpAddress":{"aws:PrincipalTag/job-category":["203.0.113.0/24","2001:db8::/32"]}}""",
        "198.51.100.1", true)]
    [InlineData("""{"ArnEquals":{"aws:PrincipalTag/job-category":"arn:aws:sns:eu-*-1:123456789012:TOPIC-*"}}""",
        "arn:aws:sns:eu-west-1:123456789012:TOPIC-ID", true)]
    [InlineData("""{"ArnLike":{"aws:PrincipalTag/job-category":"arn:aws:sns:*:TOPIC"}}""",
        "arn:aws:sns:eu-west-1:123456789012:TOPIC", false)]
    [InlineData("""{"ArnNotLike":{"aws:PrincipalTag/job-category":"arn:aws:iam::*:role/x"}}""", "no arn", true)]
    public void An_operator_compares_as_documented(string condition, string value, bool holds) =>
        Assert.Equal(holds, Ask.Holds(condition, ("aws:PrincipalTag/job-category", value)));

    // "Condition operators": a missing key; "...IfExists"; "Null"; "Multivalued context keys".
    [Theory]
    [InlineData("""{"StringEquals":{"aws:x":"a"}}""", false)]
    [InlineData("""{"StringNotEquals":{"aws:x":"a"}}""", true)]
    [InlineData("""{"StringEqualsIfExists":{"aws:x":"a"}}""", true)]
    [InlineData("""{"NotIpAddress":{"aws:x":"10.0.0.0/8"}}""", true)]
    [InlineData("""{"ArnNotLike":{"aws:x":"arn:aws:iam::*:*"}}""", true)]
    [InlineData("""{"Bool":{"aws:x":"false"}}""", false)]
    [InlineData("""{"BoolIfExists":{"aws:x":"false"}}""", true)]
    [InlineData("""{"Null":{"aws:x":"true"}}""", true)]
    [InlineData("""{"Null":{"aws:x":"false"}}""", false)]
    [InlineData("""{"ForAllValues:StringEquals":{"aws:x":"a"}}""", true)]
    [InlineData("""{"ForAnyValue:StringEquals":{"aws:x":"a"}}""", false)]
    [InlineData("""{"ForAnyValue:StringNotEquals":{"aws:x":"a"}}""", false)]
    [InlineData("""{"ForAllValues:StringEquals":{"aws:x":"a"},"Null":{"aws:x":"false"}}""", false)]
    public void A_missing_key_is_taken_as_documented(string condition, bool holds) =>
        Assert.Equal(holds, Ask.Holds(condition, ("aws:y", "b")));

    // IAM User Guide, "Multivalued context key examples": the evaluation tables for aws:TagKeys.
    [Theory]
    [InlineData("ForAllValues:StringLike", "key1*", new[] { "key1:legal", "key1:hr" }, true)]
    [InlineData("ForAllValues:StringLike", "key1*", new[] { "key1:hr", "key2:hr" }, false)]
    [InlineData("ForAnyValue:StringEquals", "webserver", new[] { "webserver", "environment" }, true)]
    [InlineData("ForAnyValue:StringEquals", "webserver", new[] { "environment", "test" }, false)]
    [InlineData("ForAnyValue:StringNotEquals", "webserver", new[] { "webserver", "test" }, true)]
    [InlineData("ForAllValues:StringNotEquals", "webserver", new[] { "webserver", "test" }, false)]
    public void Several_values_are_taken_as_documented(string name, string wanted, string[] values, bool holds) =>
        Assert.Equal(holds, Ask.Holds($$"""{"{{name}}":{"aws:TagKeys":"{{wanted}}"} }""", ("aws:TagKeys", values)));

    // "Conditions with multiple context keys or values": keys and operators by and, values by or.
    [Theory]
    [InlineData("hr", "203.0.113.5", true)]
    [InlineData("finance", "203.0.113.5", true)]
    [InlineData("legal", "203.0.113.5", false)]
    [InlineData("hr", "198.51.100.5", false)]
    public void Keys_and_operators_are_joined_by_and_and_values_by_or(string team, string address, bool holds) =>
        Assert.Equal(holds, Ask.Holds(
            """
            {"StringEquals":{"aws:PrincipalTag/team":["hr","finance"]},
             "IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}
            """,
            ("aws:PrincipalTag/team", team), ("aws:SourceIp", address)));

    // "IAM policy elements: Variables and tags".
    [Theory]
    [InlineData("${aws:username}", "alice", true)]
    [InlineData("${AWS:UserName}", "alice", true)]
    [InlineData("${ aws:username }", "alice", true)]
    [InlineData("home/${aws:username}/x", "home/alice/x", true)]
    [InlineData("${aws:PrincipalTag/team, 'company-wide'}", "company-wide", true)]
    [InlineData("${aws:none, 'it''s {so}'}", "it's {so}", true)]
    [InlineData("${aws:none}", "", false)]
    [InlineData("${aws:many}", "a", false)]
    [InlineData("${*}", "*", true)]
    [InlineData("${?}${$}", "?$", true)]
    [InlineData("${unclosed", "${unclosed", true)]
    public void A_variable_stands_for_its_value(string text, string value, bool holds)
    {
        foreach (var name in new[] { "StringEquals", "StringLike" })
        {
            Assert.Equal(holds, Ask.Holds(
                $$"""{"{{name}}":{"aws:x":"{{text}}"} }""",
                ("aws:username", "alice"), ("aws:many", new[] { "a", "b" }), ("aws:x", value)));
        }
    }

    [Fact]
    public void A_star_in_the_value_of_a_variable_is_no_wildcard()
    {
        const string condition = """{"StringLike":{"aws:x":"${aws:username}"}}""";
        Assert.False(Ask.Holds(condition, ("aws:username", "*"), ("aws:x", "anything")));
        Assert.False(Ask.Holds(condition, ("aws:username", "\uFFFF"), ("aws:x", "anything")));
        Assert.True(Ask.Holds(condition, ("aws:username", "*"), ("aws:x", "*")));
    }

    // "Policy variables with no value": nothing equals it, and so a negated operator holds.
    [Fact]
    public void A_negated_operator_holds_where_a_variable_has_no_value() =>
        Assert.True(Ask.Holds("""{"StringNotLike":{"aws:x":"${aws:none}"}}""", ("aws:x", "a")));

    [Theory]
    [InlineData("ForAllValues:StringLikeIfExists", true)]
    [InlineData("NullIfExists", false)]
    [InlineData("StringAlmost", false)]
    [InlineData("ForSomeValues:StringLike", false)]
    public void Only_documented_operators_are_read(string name, bool isKnown) =>
        Assert.Equal(isKnown, ConditionOperator.Of(name) is not null);

    [Fact]
    public void There_are_twenty_seven_operators() => Assert.Equal(27, ConditionOperator.All.Count);
}
