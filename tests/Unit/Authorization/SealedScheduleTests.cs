using Orrery.Services.Events.Operations.Scheduler.Schedules;
using Orrery.Services.Iam.Operations.RolePolicies;
using Orrery.Services.Iam.Operations.Roles;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Tests.Unit.Services;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>Schedules that KMS encrypts. Source: EventBridge Scheduler User Guide, "Encryption at rest".</summary>
public sealed class SealedScheduleTests
{
    private const string Role = "arn:aws:iam::123456789012:role/hands";

    private readonly Vault _vault = new();

    public SealedScheduleTests()
    {
        _vault.Queue("q");
        Rig.Run(new CreateRole(), new()
        {
            RoleName = "hands",
            AssumeRolePolicyDocument = GuardRig.Policy(
                """{"Effect":"Allow","Principal":{"Service":"scheduler.amazonaws.com"},"Action":"sts:AssumeRole"}"""),
        });
        Grant("sqs:SendMessage");
    }

    private Rig Rig => _vault.Rig;

    [Theory]
    [InlineData(null, null, "kms:DescribeKey", "kms:GenerateDataKey", "kms:Decrypt")]
    [InlineData("AccessDeniedException", null, "kms:Decrypt")]
    [InlineData("AccessDeniedException", "AccessDeniedException", "scheduler:*")]
    public void Who_makes_or_reads_a_schedule_needs_its_key(string? toMake, string? toRead, params string[] actions)
    {
        var ann = _vault.User("ann", actions);
        Assert.Equal(toMake, _vault.Code(ann, new CreateSchedule(), Wish()));
        if (toMake is not null) Assert.Null(_vault.Code(null, new CreateSchedule(), Wish()));
        Assert.Equal(toRead, _vault.Code(ann, new Reading(), new()));
    }

    [Fact]
    public void A_key_that_is_off_or_not_there_is_refused()
    {
        Assert.Equal("ValidationException", _vault.Code(
            null, new CreateSchedule(), Wish() with { KmsKeyArn = _vault.Key[..^1] }));
        _vault.Turn(on: false);
        Assert.Equal("ValidationException", _vault.Code(null, new CreateSchedule(), Wish()));
        _vault.Turn(on: true);
        Assert.Null(_vault.Code(null, new CreateSchedule(), Wish()));
        Assert.Equal(_vault.Key, Rig.Run(new GetSchedule(), new GetScheduleRequest { Name = "s" }).KmsKeyArn);
    }

    [Fact]
    public void An_invocation_waits_for_the_key_and_for_a_role_that_may_decrypt()
    {
        Rig.Run(new CreateSchedule(), Wish());
        Rig.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(0, _vault.Count("q"));
        Grant("sqs:SendMessage", "kms:Decrypt");
        _vault.Turn(on: false);
        Rig.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, _vault.Count("q"));
        _vault.Turn(on: true);
        Rig.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, _vault.Count("q"));
    }

    [Fact]
    public void What_waits_too_long_goes_to_the_dead_letter_queue()
    {
        Grant("sqs:SendMessage", "kms:Decrypt");
        Rig.Run(new CreateSchedule(), Wish() with
        {
            Target = Wish().Target! with
            {
                DeadLetterConfig = new() { Arn = Vault.Dead }, RetryPolicy = new() { MaximumRetryAttempts = 2 },
            },
        });
        _vault.Turn(on: false);
        Rig.Advance(TimeSpan.FromHours(1));
        Assert.Equal((0, 1), (_vault.Count("q"), _vault.Count("dead")));
    }

    private CreateScheduleRequest Wish() => new()
    {
        Name = "s",
        ScheduleExpression = "at(2026-01-01T00:05:00)",
        FlexibleTimeWindow = new() { Mode = FlexibleTimeWindowMode.Off },
        KmsKeyArn = _vault.Key,
        Target = new() { Arn = "arn:aws:sqs:eu-west-1:123456789012:q", RoleArn = Role, Input = "hush" },
    };

    private void Grant(params string[] actions) => Rig.Run(new PutRolePolicy(), new()
    {
        RoleName = "hands", PolicyName = "own",
        PolicyDocument = GuardRig.Policy(string.Join(',', actions.Select(action => GuardRig.Allow(action)))),
    });

    // GetSchedule, as if it wrote: the code of who reads.
    private sealed class Reading : Orrery.Operations.IWriteOperation<GetScheduleRequest, GetScheduleResult>
    {
        public GetScheduleResult Run(GetScheduleRequest request, Orrery.Kernel.Calls.Call call) =>
            new GetSchedule().Run(new() { Name = "s" }, call);
    }
}
