using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Operations;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Services.Kms.Operations.Policies;
using Orrery.Services.Sqs.Operations.Messages;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Tests.Unit.Services;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Tests.Unit.Authorization.Support;

/// <summary>A world of all services and a key, and what is done under it.</summary>
internal sealed class Vault
{
    public const string Account = GuardRig.Account;
    public const string Dead = "arn:aws:sqs:eu-west-1:123456789012:dead";

    private readonly GuardRig _guard = GuardRig.New();

    public Vault()
    {
        Key = NewKey();
        Queue("dead");
    }

    public Rig Rig => _guard.Rig;

    /// <summary>The ARN of the key.</summary>
    public string Key { get; }

    public string NewKey() => Rig.Run(new CreateKey(), new()).KeyMetadata!.Arn!;

    /// <summary>A user who may do what statements say, and whom IAM leaves the rest to.</summary>
    public Caller User(string name, params string[] actions) =>
        _guard.User(name, string.Join(',', actions.Select(action => GuardRig.Allow(action))));

    /// <summary>Lets a service use the key, under a condition or without one, and nobody else but IAM.</summary>
    public void Let(string? service, string? condition = null, string? key = null, string actions = Standard) =>
        Rig.Run(new PutKeyPolicy(), new()
        {
            KeyId = key ?? Key,
            Policy = GuardRig.Policy(
                $$"""{"Effect":"Allow","Action":"kms:*","Resource":"*","Principal":{"AWS":"{{Account}}"} }"""
                + (service is null ? "" : $$"""
                    ,{"Effect":"Allow","Action":[{{actions}}],"Resource":"*",
                     "Principal":{"Service":"{{service}}"}
                     {{(condition is null ? "" : $",\"Condition\":{condition}")}} }
                    """)),
        });

    public const string Standard = "\"kms:GenerateDataKey*\",\"kms:Decrypt\"";

    public void Turn(bool on, string? key = null)
    {
        if (on) Rig.Run(new EnableKey(), new() { KeyId = key ?? Key });
        else Rig.Run(new DisableKey(), new() { KeyId = key ?? Key });
    }

    /// <summary>A queue that lets all services send, and is encrypted with a key or not.</summary>
    public string Queue(string name, string? key = null, params (string Name, string Value)[] more)
    {
        var attributes = more.ToDictionary(a => a.Name, a => a.Value);
        attributes["Policy"] = GuardRig.Policy(
            """
            {"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*","Principal":{"Service":[
             "sns.amazonaws.com","events.amazonaws.com"]}}
            """);
        if (key is not null) attributes["KmsMasterKeyId"] = key;
        return Rig.Run(new CreateQueue(), new() { QueueName = name, Attributes = attributes }).QueueUrl!;
    }

    public IReadOnlyList<Message> Receive(string queue) => Rig.Run(new ReceiveMessage(), new()
    {
        QueueUrl = UrlOf(queue), MaxNumberOfMessages = 10, VisibilityTimeout = 0, MessageAttributeNames = ["All"],
    }).Messages ?? [];

    /// <summary>How many messages lie in a queue.</summary>
    public int Count(string queue) => int.Parse(Rig.Run(new GetQueueAttributes(), new()
    {
        QueueUrl = UrlOf(queue), AttributeNames = ["ApproximateNumberOfMessages"],
    }).Attributes!["ApproximateNumberOfMessages"]);

    /// <summary>The code that an operation refuses somebody with; null where it succeeds.</summary>
    public string? Code<TRequest, TResult>(
        Caller? who, IWriteOperation<TRequest, TResult> operation, TRequest request)
    {
        var caller = who ?? Caller.Root(Account);
        var info = new CallInfo(new Scope(caller.Account, "eu-west-1"), caller, "test:Test", "request");
        try
        {
            Rig.World.ExecuteAsync(info, call => operation.Run(request, call)).GetAwaiter().GetResult();
            return null;
        }
        catch (ServiceException refusal)
        {
            return refusal.Code;
        }
    }

    public static string UrlOf(string queue) =>
        queue.Contains('/') ? queue : $"http://localhost:4566/{Account}/{queue}";
}
