using Orrery.Contracts.Identity;
using Orrery.Core;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Explaining;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Requests;

namespace Orrery.Authorization.Deciding;

/// <summary>
/// Refusals as services word them. Sources: "Common Errors" of the API references (AccessDenied,
/// AccessDeniedException); EC2 API Reference, "Error codes" (UnauthorizedOperation); SNS API Reference
/// (AuthorizationError).
/// </summary>
internal static class Refusals
{
    private const int Forbidden = 403;
    private const int BadRequest = 400;

    /// <summary>The refusal of a request.</summary>
    public static ServiceException Of(in AccessRequest request, in Verdict verdict, CallContext context)
    {
        var named = request.Resource.Text == "*" && Listed.Named(context.Call, request.Action) is { } list
            ? request with { Action = list.Action, Resource = list.Resource }
            : request;
        var message = AccessDenied.Message(named, verdict);
        var (code, status) = CodeOf(context.Request);
        // S3 user guide, "Troubleshoot access denied (403 Forbidden) errors": reasons are told within an account only.
        if (context.Store is { } store && (context.IsNobody || context.Call.Caller.Account != store.Owner))
            message = "Access Denied";
        if (context.Request.Family == ErrorFamily.Ec2) message = OfEc2(request, verdict, context, message);
        return new(code, message, status) { Decision = Explainer.Explain(request, verdict) };
    }

    /// <summary>The refusal of all calls of an account that is closed (guessed: AWS names no error).</summary>
    public static ServiceException OfClosed(ReadCall call, in GuardedRequest request)
    {
        var (code, status) = CodeOf(request);
        var (who, account) = (call.Caller.Arn, call.Caller.Account);
        return new(code, $"User: {who} is not authorized: the account {account} is closed.", status);
    }

    private static (string Code, int Status) CodeOf(in GuardedRequest request) => request.Family switch
    {
        ErrorFamily.Ec2 => ("UnauthorizedOperation", Forbidden),
        ErrorFamily.Json when request.Entry.Service.IsQueryCompatible => ("AccessDenied", Forbidden),
        ErrorFamily.Json => ("AccessDeniedException", BadRequest),
        ErrorFamily.RestJson => ("AccessDeniedException", Forbidden),
        _ when request.Entry.Service.Id == "sns" => ("AuthorizationError", Forbidden),
        _ => ("AccessDenied", Forbidden),
    };

    // An action without a resource has nothing to decode, and EC2 adds no message to it.
    private static string OfEc2(in AccessRequest request, in Verdict verdict, CallContext context, string message)
    {
        var text = $"You are not authorized to perform this operation. {message}";
        if (request.Resource.Text == "*") return text;
        var sealedText = new AuthorizationMessage(
            context.Identity.UserId, request.Requester.Arn, request.Action.Text, request.Resource.Text,
            verdict.Outcome == Outcome.ExplicitDeny)
        {
            Conditions = context.All(), Statements = Matched(verdict),
        }.Seal();
        return $"{text}. Encoded authorization failure message: {sealedText}";
    }

    private static IReadOnlyList<MatchedStatement> Matched(in Verdict verdict)
    {
        if (verdict is not { Outcome: Outcome.ExplicitDeny, Rule.Statement: var statement }) return [];
        return
        [
            new(statement.Sid ?? "", statement.Actions, statement.Resources,
                [.. statement.Conditions.Select(c => KeyValuePair.Create(c.Key.Name, c.Values))])
            {
                IsNotAction = statement.IsNotAction, IsNotResource = statement.IsNotResource,
            },
        ];
    }
}
