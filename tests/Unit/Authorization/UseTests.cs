using Orrery.Kernel.Calls;
using Orrery.Services.Iam.Operations.AccessKeys;
using Orrery.Services.Iam.Operations.Account;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Tests.Unit.Services;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>What identities use is noted, and told by IAM.</summary>
public sealed class UseTests
{
    private readonly GuardRig _rig = GuardRig.New();

    [Fact]
    public void A_use_is_noted_once_an_hour_and_told_of_the_key_the_user_and_its_services()
    {
        var ann = _rig.User("ann", GuardRig.Allow("ec2:*") + "," + GuardRig.Allow("sqs:*"));
        GetAccessKeyLastUsedRequest ask = new() { AccessKeyId = ann.AccessKeyId };
        Assert.Equal("N/A", Rig.Run(new GetAccessKeyLastUsed(), ask).AccessKeyLastUsed!.ServiceName);
        Assert.True(Use(ann, "ec2", "DescribeVpcs"));
        Assert.False(Use(ann, "ec2", "DescribeVpcs"));
        var last = Rig.Run(new GetAccessKeyLastUsed(), ask);
        Assert.Equal(
            ("ann", "ec2", "eu-west-1"),
            (last.UserName, last.AccessKeyLastUsed!.ServiceName, last.AccessKeyLastUsed.Region));
        Rig.Advance(TimeSpan.FromHours(2));
        Assert.True(Use(ann, "sqs", "SendMessageBatch"));
        Assert.True(Use(ann, "ec2", "DescribeVpcs"));
        var arn = ann.Arn;
        var job = Rig.Run(new GenerateServiceLastAccessedDetails(), new()
        {
            Arn = arn, Granularity = AccessAdvisorUsageGranularityType.ActionLevel,
        }).JobId;
        var services = Rig.Run(new GetServiceLastAccessedDetails(), new() { JobId = job }).ServicesLastAccessed!;
        Assert.Equal(["ec2", "sqs"], services.Select(s => s.ServiceNamespace));
        Assert.Equal(Services.Rig.Start + TimeSpan.FromHours(2), services[0].LastAuthenticated);
        Assert.Equal("SendMessage", services[1].TrackedActionsLastAccessed!.Single().ActionName);
    }

    [Fact]
    public void The_root_user_is_not_noted() => Assert.False(Use(Caller.Root(GuardRig.Account), "ec2", "DescribeVpcs"));

    private Rig Rig => _rig.Rig;

    private bool Use(Caller who, string service, string operation)
    {
        var entry = GuardRig.Entry(service, operation);
        var info = new CallInfo(new(who.Account, "eu-west-1"), who, entry.Name, "request");
        var isDue = Rig.World.Query(info, call => _rig.Guard.IsUseDue(call, entry));
        Rig.World.ExecuteAsync(info, call =>
        {
            _rig.Guard.NoteUse(call, entry);
            return true;
        }).GetAwaiter().GetResult();
        return isDue;
    }
}
