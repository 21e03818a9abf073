using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;
using Orrery.Tests.Acceptance.Labs;

namespace Orrery.Tests.Acceptance.Iam;

/// <summary>What Terraform and the aws CLI see of identity.</summary>
public sealed class IdentityTests
{
    private const string Trust =
        """{"Statement":{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"}}""";

    private const string Own = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["iam:GetUser","sts:AssumeRole"],"Resource":"*"}}
        """;

    [Fact]
    public async Task Terraform_makes_identity_changes_it_and_takes_it_down()
    {
        ClientProcess.Need("terraform");
        await using var orrery = await OrreryHost.StartAsync();
        var configuration = Path.Combine(Repository.Root, "tests", "Acceptance", "Iam", "terraform");
        await using var terraform = await Terraform.StartAsync(configuration, orrery);
        await terraform.ApplyAsync();
        Assert.Equal(0, await terraform.PlanAsync());
        terraform.Set("changed", "true");
        await terraform.ApplyAsync();
        Assert.Equal(0, await terraform.PlanAsync());
        await terraform.DestroyAsync();
    }

    [Fact]
    public async Task A_key_of_a_user_signs_until_it_is_switched_off()
    {
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        var aws = new Aws(orrery);
        await aws.RunAsync("iam create-user --user-name ann");
        var key = (await aws.RunAsync("iam create-access-key --user-name ann")).GetProperty("AccessKey");
        var ann = aws.With(key);
        Assert.Equal("AccessDenied", await ann.RefusedAsync("iam get-user"));
        await aws.RunAsync($"iam put-user-policy --user-name ann --policy-name own --policy-document {Own}");
        var who = await ann.RunAsync("sts get-caller-identity");
        Assert.Equal("arn:aws:iam::123456789012:user/ann", who.GetProperty("Arn").GetString());
        var user = (await ann.RunAsync("iam get-user")).GetProperty("User");
        Assert.Equal("ann", user.GetProperty("UserName").GetString());

        await aws.RunAsync($"iam create-role --role-name admin --assume-role-policy-document {Trust}");
        var session = await ann.RunAsync(
            "sts assume-role --role-arn arn:aws:iam::123456789012:role/admin --role-session-name me");
        var acting = aws.With(session.GetProperty("Credentials"));
        who = await acting.RunAsync("sts get-caller-identity");
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/admin/me", who.GetProperty("Arn").GetString());
        Assert.Equal("AccessDenied", await ann.RefusedAsync(
            "sts assume-role --role-arn arn:aws:iam::123456789012:role/none --role-session-name me"));

        var id = key.GetProperty("AccessKeyId").GetString();
        await aws.RunAsync($"iam update-access-key --user-name ann --access-key-id {id} --status Inactive");
        Assert.Equal("InvalidClientTokenId", await ann.RefusedAsync("sts get-caller-identity"));
        Assert.Equal("NoSuchEntity", await aws.RefusedAsync("iam get-user --user-name bob"));
    }
}
