using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Records;
using Orrery.Services.Sns.Rules;

namespace Orrery.Services.Sns.Ports;

/// <summary>What policies ask of topics: their own policies, and their tags.</summary>
internal sealed class TopicAccess : IResourcePolicies, IResourceFacts
{
    /// <inheritdoc/>
    public string Service => "sns";

    /// <inheritdoc/>
    public ResourcePolicyFacts? Find(ReadCall call, string action, string arn)
    {
        // The policy that a topic begins with lets in nobody but through services: it asks for aws:SourceOwner.
        if (SnsArn.Find(arn) is not { } parsed) return null;
        return new(
            parsed.Scope.Account,
            TopicOf(call, parsed) is { } topic
                ? new(arn, topic.Attribute("Policy") ?? TopicPolicy.Default(parsed))
                : null);
    }

    /// <inheritdoc/>
    public IEnumerable<string> All(ReadCall call, Scope scope) =>
        call.Read(Tables.Topics, scope).All().Select(t => $"arn:aws:sns:{scope.Region}:{scope.Account}:{t.Name}");

    /// <inheritdoc/>
    public string? ArnOf(ReadCall call, string type, string name) => null;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? TagsOf(ReadCall call, string arn) =>
        SnsArn.Find(arn) is { } parsed ? TopicOf(call, parsed)?.Tags : null;

    private static TopicRecord? TopicOf(ReadCall call, SnsArn arn) =>
        call.Read(Tables.Topics, arn.Scope).Find(new(arn.Topic));
}
