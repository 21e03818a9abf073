using Orrery.Cli.Output;

namespace Orrery.Tests.Cli;

public sealed class AwsCommandTests
{
    [Theory]
    [InlineData("CreateRoute", "create-route")]
    [InlineData("DestinationCidrBlock", "destination-cidr-block")]
    [InlineData("CIDRBlock", "cidr-block")]
    [InlineData("AuthorizeSecurityGroupIngress", "authorize-security-group-ingress")]
    [InlineData("Ipv6CidrBlock", "ipv6-cidr-block")]
    public void Names_become_those_of_the_aws_CLI(string name, string kebab) =>
        Assert.Equal(kebab, AwsCommand.Kebab(name));

    [Fact]
    public void Flags_and_spaces_are_written_as_a_shell_wants_them() =>
        Assert.Equal(
            "aws ec2 modify-thing --egress --no-ingress --description 'two words'",
            AwsCommand.Of(new("ec2:ModifyThing", "x", new Dictionary<string, string>
            {
                ["Egress"] = "true",
                ["Ingress"] = "false",
                ["Description"] = "two words",
            })));
}
