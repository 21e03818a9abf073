using Orrery.Engines.Policies.Requests;
using Orrery.Kernel.Calls;

namespace Orrery.Authorization.Deciding;

/// <summary>
/// How refusals name actions that list and have no resource of their own: some services name all of a type, and some
/// write the action in their own way. All are as clients report them. What is decided stays the same.
/// </summary>
internal static class Listed
{
    /// <summary>The action and the resource that a refusal names; null where it names the action as it is.</summary>
    public static (ActionName Action, ResourceName Resource)? Named(ReadCall call, ActionName action)
    {
        var (region, account) = (call.Region, call.Caller.Account);
        (string Action, string Resource)? named = action.Text switch
        {
            "iam:ListGroups" => (action.Text, $"arn:aws:iam::{account}:group/"),
            "iam:ListInstanceProfiles" => (action.Text, $"arn:aws:iam::{account}:instance-profile/"),
            "iam:ListPolicies" => (action.Text, "policy path /"),
            "iam:ListRoles" => (action.Text, $"arn:aws:iam::{account}:role/"),
            "iam:ListUsers" => (action.Text, $"arn:aws:iam::{account}:user/"),
            "sns:ListTopics" => ("SNS:ListTopics", $"arn:aws:sns:{region}:{account}:*"),
            "sqs:ListQueues" => ("sqs:listqueues", $"arn:aws:sqs:{region}:{account}:"),
            "ssm:DescribeParameters" => (action.Text, $"arn:aws:ssm:{region}:{account}:*"),
            _ => null,
        };
        return named is { } name ? (ActionName.Of(name.Action), new(name.Resource)) : null;
    }
}
