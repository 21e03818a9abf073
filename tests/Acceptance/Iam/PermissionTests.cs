using System.Text.Json;
using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;

namespace Orrery.Tests.Acceptance.Iam;

/// <summary>What the aws CLI sees of permissions.</summary>
public sealed class PermissionTests
{
    private const string Policy =
        """{"Version":"2012-10-17","Statement":["""
        + """{"Effect":"Allow","Action":["ec2:DescribeVpcs","ec2:CreateVpc"],"Resource":"*"},"""
        + """{"Effect":"Deny","Action":"*","Resource":"*","Condition":"""
        + """{"NotIpAddress":{"aws:SourceIp":"127.0.0.0/8"}}}]}""";

    private static async Task<JsonElement> GetAsync(OrreryHost orrery, string path)
    {
        using var http = new HttpClient { BaseAddress = orrery.Endpoint };
        return JsonDocument.Parse(await http.GetStringAsync(path)).RootElement;
    }

    [Fact]
    public async Task A_user_may_do_what_the_policies_say_in_every_protocol()
    {
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        var aws = new Aws(orrery);
        await aws.RunAsync("iam create-user --user-name ann");
        var ann = aws.With((await aws.RunAsync("iam create-access-key --user-name ann")).GetProperty("AccessKey"));
        Assert.Equal("UnauthorizedOperation", await ann.RefusedAsync("ec2 describe-vpcs"));
        Assert.Equal("AccessDenied", await ann.RefusedAsync("iam list-users"));
        Assert.Equal("AccessDenied", await ann.RefusedAsync($"sqs list-queues --endpoint-url {orrery.Endpoint}"));
        Assert.Equal("AuthorizationError", await ann.RefusedAsync("sns list-topics"));
        Assert.Equal("AccessDeniedException", await ann.RefusedAsync("logs describe-log-groups"));
        Assert.Equal("AccessDeniedException", await ann.RefusedAsync("scheduler list-schedules"));
        Assert.Equal("AccessDenied", await ann.RefusedAsync("autoscaling describe-auto-scaling-groups"));
        await ann.RunAsync("sts get-caller-identity");

        await aws.RunAsync($"iam put-user-policy --user-name ann --policy-name own --policy-document {Policy}");
        var made = (await ann.RunAsync("ec2 create-vpc --cidr-block 10.9.0.0/16")).GetProperty("Vpc");
        var deletion = $"ec2 delete-vpc --vpc-id {made.GetProperty("VpcId").GetString()} --dry-run";
        await ann.RunAsync("ec2 describe-vpcs");
        Assert.Equal("UnauthorizedOperation", await ann.RefusedAsync(deletion));

        var denied = (await GetAsync(orrery, "/_orrery/explain/denied"))[0];
        Assert.Equal("ec2:DeleteVpc", denied.GetProperty("operation").GetString());
        var id = denied.GetProperty("requestId").GetString();
        var why = await GetAsync(orrery, $"/_orrery/explain/denied/{id}");
        var remedy = why.GetProperty("remedies")[0].GetProperty("changes")[0].GetProperty("arguments");
        await aws.RunAsync("iam put-user-policy --user-name ann --policy-name more --policy-document "
            + remedy.GetProperty("PolicyDocument").GetString());
        Assert.Equal("DryRunOperation", await ann.RefusedAsync(deletion));
    }
}
