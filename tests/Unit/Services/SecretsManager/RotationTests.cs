using System.Text.Json;
using Orrery.Contracts.Delivery;
using Orrery.Contracts.Keys;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Services.SecretsManager.Operations.Lifecycle;
using Orrery.Services.SecretsManager.Operations.Rotation;
using Orrery.Services.SecretsManager.Operations.Values;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Tests.Unit.Services.SecretsManager;

/// <summary>
/// A function rotates a secret in four steps, on demand and on the clock. Sources: Secrets Manager User Guide,
/// "Rotation by Lambda function", "Rotation schedules"; API Reference, RotateSecret.
/// </summary>
public sealed class RotationTests
{
    private static readonly string[] Steps = ["createSecret", "setSecret", "testSecret", "finishSecret"];

    private readonly Turner _turner = new();
    private readonly Safe _safe;

    public RotationTests()
    {
        _safe = new(Ports.None.With<ISecretRotator>(_turner));
        _safe.Make("s", "old");
    }

    [Fact]
    public void The_function_is_called_for_each_step_when_the_one_before_has_succeeded()
    {
        var token = Rotate(new());
        Assert.Equal(["createSecret"], _turner.Asked.Select(a => a.Step));
        using var told = JsonDocument.Parse(_turner.Asked[0].Event());
        string? Told(string name) => told.RootElement.GetProperty(name).GetString();
        Assert.Equal(
            (Shown().ARN, token, "createSecret"), (Told("SecretId"), Told("ClientRequestToken"), Told("Step")));
        Assert.Equal(["AWSPENDING"], Shown().VersionIdsToStages![token]);
        Assert.Equal("ResourceNotFoundException", Rig.Refusal(() => _safe.Read("s", "AWSPENDING", token)));
        Turn("new");
        Assert.Equal(Steps, _turner.Asked.Select(a => a.Step));
        Assert.Equal(("new", "old"), (_safe.Read("s"), _safe.Read("s", "AWSPREVIOUS")));
        Assert.Equal((true, Rig.Start), (Shown().RotationEnabled, Shown().LastRotatedDate));
    }

    [Fact]
    public void A_step_that_fails_begins_the_rotation_anew_five_times_and_changes_nothing()
    {
        Rotate(new() { RotationRules = new() { AutomaticallyAfterDays = 10 } });
        for (var times = 1; times <= 5; times++)
        {
            Assert.Equal(times, _turner.Asked.Count);
            End("no connection");
            _safe.Rig.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(5, _turner.Asked.Count);
        Assert.Equal(("old", (DateTimeOffset?)null), (_safe.Read("s"), Shown().LastRotatedDate));
        _safe.Rig.Advance(TimeSpan.FromDays(10));
        Assert.Equal(6, _turner.Asked.Count);
        Assert.Equal(_turner.Asked[0].Token, _turner.Asked[5].Token);
        Turn("new");
        Assert.Equal("new", _safe.Read("s"));
    }

    [Fact]
    public void A_function_that_finishes_without_moving_the_label_has_failed()
    {
        Rotate(new());
        foreach (var _ in Steps) End(null);
        _safe.Rig.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("createSecret", _turner.Asked[^1].Step);
        Assert.Equal("old", _safe.Read("s"));
    }

    [Fact]
    public void The_clock_rotates_when_a_window_opens()
    {
        Rotate(new() { RotationRules = new() { AutomaticallyAfterDays = 30 } });
        Turn("1");
        Assert.Equal(Rig.Start.AddDays(31).AddSeconds(-1), Shown().NextRotationDate);
        _safe.Rig.Advance(TimeSpan.FromDays(29));
        Assert.Equal(4, _turner.Asked.Count);
        _safe.Rig.Advance(TimeSpan.FromDays(1));
        Assert.Equal(5, _turner.Asked.Count);
        Turn("2");
        Assert.Equal(("2", "1"), (_safe.Read("s"), _safe.Read("s", "AWSPREVIOUS")));
        _safe.Rig.Advance(TimeSpan.FromDays(10));
        _safe.Put("s", "by hand");
        Assert.Equal(Rig.Start.AddDays(71).AddSeconds(-1), Shown().NextRotationDate);
    }

    [Theory]
    [InlineData(null, "rate(10 days)", null, "2026-01-11T23:59:59Z")]
    [InlineData(null, "rate(4 hours)", null, "2026-01-01T05:00:00Z")]
    [InlineData(null, "cron(0 16 1,15 * ? *)", "2h", "2026-01-01T18:00:00Z")]
    [InlineData(null, "cron(0 8 ? * SUN#1 *)", null, "2026-01-04T23:59:59Z")]
    [InlineData(null, "cron(0 /8 * * ? *)", null, "2026-01-01T09:00:00Z")]
    [InlineData(7L, null, "3h", "2026-01-08T03:00:00Z")]
    public void A_window_closes_when_the_guide_says(long? days, string? expression, string? duration, string closes)
    {
        Rotate(new()
        {
            RotationRules = new()
            {
                AutomaticallyAfterDays = days, ScheduleExpression = expression, Duration = duration,
            },
            RotateImmediately = false,
        });
        Assert.Equal(DateTimeOffset.Parse(closes, null), Shown().NextRotationDate);
        Assert.Equal((days, expression), (
            Shown().RotationRules!.AutomaticallyAfterDays, Shown().RotationRules!.ScheduleExpression));
    }

    [Theory]
    [InlineData(1L, "rate(10 days)", null)]
    [InlineData(null, null, "3h")]
    [InlineData(null, "rate(3 hours)", null)]
    [InlineData(null, "rate(500 minutes)", null)]
    [InlineData(null, "rate(1000 days)", null)]
    [InlineData(null, "at(2027-01-01T00:00:00)", null)]
    [InlineData(null, "cron(30 8 * * ? *)", null)]
    [InlineData(null, "cron(0 8 * * ? 2027)", null)]
    [InlineData(null, "cron(0 8,10 * * ? *)", null)]
    [InlineData(null, "cron(0 8)", null)]
    [InlineData(null, "rate(4 hours)", "5h")]
    [InlineData(null, "cron(0 20 * * ? *)", "5h")]
    [InlineData(3L, null, "25h")]
    [InlineData(3L, null, "0h")]
    public void A_schedule_that_the_guide_does_not_know_is_refused(long? days, string? expression, string? duration)
    {
        Assert.Equal("InvalidParameterException", Refused(new()
        {
            RotationRules = new()
            {
                AutomaticallyAfterDays = days, ScheduleExpression = expression, Duration = duration,
            },
        }));
        Assert.Null(Shown().RotationEnabled);
    }

    [Fact]
    public void While_a_rotation_goes_on_no_other_begins_and_cancelling_ends_both()
    {
        var token = Rotate(new() { RotationRules = new() { ScheduleExpression = "rate(1 day)" } });
        Assert.Equal("InvalidRequestException", Refused(new()));
        Assert.Equal(token, Rotate(new() { ClientRequestToken = token }));
        Assert.Single(_turner.Asked);
        _safe.Rig.Run(new CancelRotateSecret(), new() { SecretId = "s" });
        End(null);
        _safe.Rig.Advance(TimeSpan.FromDays(3));
        Assert.Single(_turner.Asked);
        Assert.Equal((false, (DateTimeOffset?)null), (Shown().RotationEnabled, Shown().NextRotationDate));
    }

    [Fact]
    public void Not_at_once_means_that_the_function_is_only_tried()
    {
        var token = Rotate(new()
        {
            RotateImmediately = false, RotationRules = new() { AutomaticallyAfterDays = 1 },
        });
        Assert.Equal("testSecret", Assert.Single(_turner.Asked).Step);
        Assert.Equal("old", _safe.Read("s", "AWSPENDING", token));
        End(null);
        Assert.DoesNotContain(token, Shown().VersionIdsToStages!.Keys);
        _safe.Rig.Advance(TimeSpan.FromDays(1));
        Assert.Equal("createSecret", _turner.Asked[^1].Step);
    }

    [Fact]
    public void A_secret_that_is_deleted_is_not_rotated_and_one_that_comes_back_is()
    {
        Rotate(new() { RotationRules = new() { AutomaticallyAfterDays = 2 } });
        Turn("new");
        _safe.Rig.Run(new DeleteSecret(), new() { SecretId = "s" });
        _safe.Rig.Advance(TimeSpan.FromDays(5));
        Assert.Equal(4, _turner.Asked.Count);
        _safe.Rig.Run(new RestoreSecret(), new() { SecretId = "s" });
        Assert.Equal(5, _turner.Asked.Count);
    }

    [Fact]
    public void A_function_that_is_not_there_or_does_not_let_the_service_in_rotates_nothing()
    {
        Assert.Equal("InvalidParameterException", Refused(new() { RotationLambdaARN = Turner.Function + "2" }));
        var closed = new Safe(Ports.None.With<ISecretRotator>(_turner).With<IDeliveryJudge>(new Closed()));
        closed.Make("s", "old");
        Assert.Equal("AccessDeniedException", closed.Rig.Refused(
            new RotateSecret(), new() { SecretId = "s", RotationLambdaARN = Turner.Function }));
        Assert.Equal("InvalidRequestException", _safe.Rig.Refused(new RotateSecret(), new() { SecretId = "s" }));
    }

    private string Rotate(RotateSecretRequest wish) => _safe.Rig.Run(
        new RotateSecret(), wish with { SecretId = "s", RotationLambdaARN = Turner.Function }).VersionId!;

    private string Refused(RotateSecretRequest wish) => _safe.Rig.Refused(
        new RotateSecret(),
        wish with { SecretId = "s", RotationLambdaARN = wish.RotationLambdaARN ?? Turner.Function });

    private DescribeSecretResult Shown() => _safe.Rig.Run(new DescribeSecret(), new() { SecretId = "s" });

    // All steps, as AWS's template takes them.
    private void Turn(string value)
    {
        var token = _turner.Asked[^1].Token;
        _safe.Rig.Run(new PutSecretValue(), new()
        {
            SecretId = "s", ClientRequestToken = token, SecretString = value, VersionStages = ["AWSPENDING"],
        });
        End(null);
        End(null);
        End(null);
        var before = Shown().VersionIdsToStages!.First(v => v.Value.Contains("AWSCURRENT")).Key;
        _safe.Rig.Run(new UpdateSecretVersionStage(), new()
        {
            SecretId = "s", VersionStage = "AWSCURRENT", MoveToVersionId = token, RemoveFromVersionId = before,
        });
        End(null);
    }

    private void End(string? failure)
    {
        var step = _turner.Asked[^1];
        _safe.Rig.Do(call =>
        {
            call.Port<ISecretRotations>().Ended(call, step, failure);
            return 0;
        });
    }

    private sealed class Closed : IDeliveryJudge
    {
        public DeliveryObstacle? Refusal(ReadCall call, Delivery delivery) =>
            new(ObstacleKind.NoPermission, "no");
    }
}
