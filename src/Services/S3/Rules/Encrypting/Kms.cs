using System.Text;
using System.Text.Json;
using Orrery.Contracts.Keys;
using Orrery.Kernel.State;
using Orrery.Services.S3.Records;

namespace Orrery.Services.S3.Rules.Encrypting;

/// <summary>
/// What KMS does for objects. Sources: S3 user guide, "Using server-side encryption with AWS KMS keys (SSE-KMS)",
/// "Encryption context", "Reducing the cost of SSE-KMS with Amazon S3 Bucket Keys"; S3 API Reference, "Error responses"
/// (KMS.DisabledException …).
/// </summary>
internal static class Kms
{
    /// <summary>The key of who names none.</summary>
    public const string StandardKey = "alias/aws/s3";

    private const string OwnContext = "aws:s3:arn";
    private const int DataKeyLength = 32;

    /// <summary>Whether KMS has to do with an algorithm.</summary>
    public static bool Is(string? algorithm) => algorithm is "aws:kms" or "aws:kms:dsse";

    /// <summary>A new data key.</summary>
    /// <exception cref="ServiceException">AccessDenied, KMS.…</exception>
    public static DataKey NewDataKey(
        Call call, EncryptionRecord wish, Place place, string key, KeyUser? by = null)
    {
        try
        {
            return Port(call).NewDataKey(call, Into(call, wish, place, key, by));
        }
        catch (ServiceException refusal)
        {
            throw Worded(refusal);
        }
    }

    /// <summary>The data key of a replica, for which a role needs <c>kms:Encrypt</c>: S3 user guide, "Replicating
    /// encrypted objects".</summary>
    /// <exception cref="ServiceException">AccessDenied, KMS.…</exception>
    public static (string KeyArn, byte[] Ciphertext) SealDataKey(
        Call call, EncryptionRecord wish, Place place, string key, KeyUser by)
    {
        try
        {
            var use = Into(call, wish, place, key, by);
            var plaintext = new byte[DataKeyLength];
            call.Random.Fill(plaintext);
            return (Port(call).Find(call, use).Arn, Port(call).Encrypt(call, use, plaintext));
        }
        catch (ServiceException refusal)
        {
            throw Worded(refusal);
        }
    }

    /// <summary>Why a service cannot have a file encrypted as a bucket wants it; null where it can.</summary>
    public static ServiceException? Refusal(
        ReadCall call, EncryptionRecord wish, Place place, string key, KeyUser by) =>
        Port(call).Refusal(call, Into(call, wish, place, key, by), "GenerateDataKey");

    /// <summary>Has KMS open a data key: whoever may not is refused, and so is who comes when the key is off.</summary>
    /// <exception cref="ServiceException">AccessDenied, KMS.…</exception>
    public static void Open(
        ReadCall call, EncryptionRecord encryption, string bucket, string key, KeyUser? by = null)
    {
        if (encryption.DataKey is not { } dataKey) return;
        try
        {
            // The key is where the object was written, which is not always where it is asked for.
            var parts = encryption.KeyId?.Split(':');
            var at = parts is [_, _, _, { Length: > 0 } region, { Length: AccountNumber.Length }, _]
                ? new Scope(call.Account, region)
                : call.Scope;
            Port(call).Decrypt(call, Use(encryption, bucket, key) with { At = at, By = by }, dataKey);
        }
        catch (ServiceException refusal)
        {
            throw Worded(refusal);
        }
    }

    /// <summary>The client's context, read.</summary>
    /// <exception cref="ServiceException">InvalidArgument.</exception>
    public static Dictionary<string, string> ContextOf(string? sent)
    {
        var context = new Dictionary<string, string>(StringComparer.Ordinal);
        if (sent is null) return context;
        try
        {
            using var json = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(sent)));
            foreach (var pair in json.RootElement.EnumerateObject()) context.Add(pair.Name, pair.Value.GetString()!);
        }
        catch (Exception problem) when (problem is FormatException or JsonException or InvalidOperationException
            or ArgumentException)
        {
            throw Errors.InvalidArgument(
                "The header 'x-amz-server-side-encryption-context' shall be Base64-encoded UTF-8 string holding JSON "
                + "which represents a string-string map", "x-amz-server-side-encryption-context", sent);
        }

        return context.ContainsKey(OwnContext)
            ? throw Errors.InvalidArgument($"The encryption context may not have the key {OwnContext}.")
            : context;
    }

    private static IKeys Port(ReadCall call) =>
        call.FindPort<IKeys>() ?? throw Errors.NotServed("SSE-KMS without KMS");

    // A key named by its id or alias is one of who writes, in the region of the bucket: of its owner where a service
    // writes for others (guessed).
    private static KeyUse Into(ReadCall call, EncryptionRecord wish, Place place, string key, KeyUser? by) =>
        Use(wish, place.Name, key) with
        {
            At = by is { Role: null } ? place.Scope : new(call.Account, place.Scope.Region), By = by,
        };

    private static KeyUse Use(EncryptionRecord encryption, string bucket, string key)
    {
        var context = ContextOf(encryption.Context);
        context[OwnContext] = encryption.HasBucketKey ? $"arn:aws:s3:::{bucket}" : $"arn:aws:s3:::{bucket}/{key}";
        return new(encryption.KeyId ?? StandardKey, "s3", context);
    }

    private static ServiceException Worded(ServiceException refusal) => refusal.Code switch
    {
        "AccessDeniedException" => new("AccessDenied", refusal.Message, 403) { Decision = refusal.Decision },
        "NotImplemented" => refusal,
        _ => new($"KMS.{refusal.Code}", refusal.Message) { Decision = refusal.Decision },
    };
}
