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

    [Fact]
    public void Lists_and_structures_are_written_in_the_shorthand_of_the_aws_CLI() =>
        Assert.Equal(
            "aws ec2 authorize-security-group-ingress --group-id sg-1 "
            + "--ip-permissions 'IpProtocol=6,FromPort=22,IpRanges=[{CidrIp=10.0.0.4/32}],"
            + "UserIdGroupPairs=[{GroupId=sg-2}]' "
            + "--subnet-ids subnet-1 subnet-2",
            AwsCommand.Of(new("ec2:AuthorizeSecurityGroupIngress", "sg-1", new Dictionary<string, string>
            {
                ["GroupId"] = "sg-1",
                ["IpPermissions.1.IpProtocol"] = "6",
                ["IpPermissions.1.FromPort"] = "22",
                ["IpPermissions.1.IpRanges.1.CidrIp"] = "10.0.0.4/32",
                ["IpPermissions.1.Groups.1.GroupId"] = "sg-2",
                ["SubnetIds.1"] = "subnet-1",
                ["SubnetIds.2"] = "subnet-2",
            })));
}
