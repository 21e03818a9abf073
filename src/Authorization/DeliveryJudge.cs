using Orrery.Authorization.Deciding;
using Orrery.Authorization.Requests;
using Orrery.Contracts.Delivery;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Explaining;
using Orrery.Engines.Policies.Requests;
using Orrery.Kernel.Calls;

namespace Orrery.Authorization;

/// <summary>
/// Decides about what services hand to one another. Who acts as itself is let in by the policy of what takes it,
/// also within an account; who acts with a role, by the role's policies. Sources: EventBridge User Guide, "Using
/// resource-based policies"; EventBridge Scheduler User Guide, "Managing access" (execution roles); SNS Developer
/// Guide, "Subscribing an Amazon SQS queue"; S3 user guide, "Granting permissions to publish event notification
/// messages", "Permissions for log delivery", "Configuring Amazon S3 Inventory"; CloudWatch User Guide, "Setting up
/// Amazon SNS notifications"; EC2 Auto Scaling User Guide, "Service-linked roles".
/// </summary>
public sealed class DeliveryJudge : IDeliveryJudge
{
    /// <inheritdoc/>
    public DeliveryObstacle? Refusal(ReadCall call, Delivery delivery)
    {
        var role = delivery.Role is { } arn ? ServiceRoles.Find(call, delivery.Source, arn) : null;
        if (delivery.Role is not null && role is null)
        {
            return new(
                ObstacleKind.NoPermission,
                $"{delivery.Source} may not assume the role {delivery.Role}, or there is none");
        }

        foreach (var (action, resource) in Asked(delivery))
        {
            // Without a role the policy of a bus decides by account: the bus asks it itself.
            if (action == "events:PutEvents" && role is null) continue;
            var request = Request(call, delivery, role, (action, resource));
            var verdict = Evaluator.Decide(request);
            if (!verdict.IsAllowed)
            {
                return new(ObstacleKind.NoPermission, AccessDenied.Message(request, verdict))
                {
                    IsDenied = verdict.Outcome == Outcome.ExplicitDeny,
                };
            }
        }

        return null;
    }

    private static AccessRequest Request(
        ReadCall call, Delivery delivery, KnownPrincipal? role, (string Action, string Resource) asked)
    {
        var action = ActionName.Of(asked.Action);
        var target = Targets.ForAll(call, action, asked.Resource, isOutside: false);
        return new()
        {
            Requester = role?.Requester ?? Requester.Service(delivery.Source),
            Action = action,
            Resource = new(asked.Resource),
            Context = new DeliveryContext(call, delivery, target.Account, role),
            Principal = role?.Policies ?? PrincipalPolicies.None,
            Target = target,
        };
    }

    // CloudWatch Logs: EventBridge makes streams, and writes to them (EventBridge User Guide, "CloudWatch Logs
    // permissions"); both are asked of a stream.
    private static IEnumerable<(string Action, string Resource)> Asked(Delivery delivery)
    {
        var arn = delivery.TargetArn;
        switch (Spelling.Part(arn, 2))
        {
            case "sqs": return [("sqs:SendMessage", arn)];
            case "sns": return [("sns:Publish", arn)];
            case "events": return [("events:PutEvents", arn)];
            case "s3": return [("s3:PutObject", arn)];
            case "lambda": return [("lambda:InvokeFunction", arn)];
            case "logs":
                var stream = $"{(arn.EndsWith(":*", StringComparison.Ordinal) ? arn[..^2] : arn)}:log-stream:events";
                return [("logs:CreateLogStream", stream), ("logs:PutLogEvents", stream)];
            default: return [];
        }
    }
}
