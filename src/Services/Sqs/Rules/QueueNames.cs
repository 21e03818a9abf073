using Orrery.Contracts;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Services.Sqs.Rules;

/// <summary>Names, URLs and ARNs of queues.</summary>
internal static class QueueNames
{
    private const string Suffix = ".fifo";
    private const string Reason =
        "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length";

    /// <summary>Refuses what cannot name a queue. Source: SQS Developer Guide, "Amazon SQS standard queue quotas" and
    /// "FIFO queue quotas": 80 characters, the suffix included.</summary>
    public static void Check(string name, bool isFifo)
    {
        var plain = name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
        if (name.Length > 80 || plain.Length == 0 || !plain.All(IsNamed))
            throw Errors.Value(Reason);
        if (isFifo && plain.Length == name.Length)
            throw Errors.Value("The name of a FIFO queue can only include alphanumeric characters, hyphens, or "
                + "underscores, must end with .fifo suffix and be 1 to 80 in length.");
        if (!isFifo && plain.Length < name.Length)
            throw Errors.Value(Reason);
    }

    /// <summary>Whether a character may stand in names and ids: letters and digits of ASCII, hyphen,
    /// underscore.</summary>
    public static bool IsNamed(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';

    /// <summary>The ARN of a queue.</summary>
    public static string Arn(Scope scope, string name) => $"arn:aws:sqs:{scope.Region}:{scope.Account}:{name}";

    /// <summary>The URL of a queue, at the address by which the program is reached.</summary>
    public static string Url(ReadCall call, Scope scope, string name)
    {
        var address =
            call.FindPort<IOwnAddress>()?.Endpoint.GetLeftPart(UriPartial.Authority) ?? "http://localhost:4566";
        return $"{address}/{scope.Account}/{name}";
    }

    /// <summary>
    /// The queue of a URL of any host: the account and the name that end it count, the region is the call's.
    /// </summary>
    /// <exception cref="Core.ServiceException">QueueDoesNotExist, InvalidAddress.</exception>
    public static Place Of(ReadCall call, string? url)
    {
        var parts = (url ?? "").TrimEnd('/').Split('/');
        if (parts.Length < 2 || !AccountNumber.Is(parts[^2]))
            throw Errors.Address(url ?? "");
        return Find(call, new(parts[^2], call.Region), parts[^1]) ?? throw Errors.NoQueue();
    }

    /// <summary>The queue of an ARN, or null.</summary>
    public static Place? OfArn(ReadCall call, string? arn) =>
        (arn ?? "").Split(':') is ["arn", _, "sqs", { } region, { } account, { } name]
            ? Find(call, new(account, region), name)
            : null;

    /// <summary>The queue of a name, or null.</summary>
    public static Place? Find(ReadCall call, Scope scope, string name) =>
        call.Read(Tables.Queues, scope).Find(new(name)) is { } queue ? new(scope, queue) : null;
}
