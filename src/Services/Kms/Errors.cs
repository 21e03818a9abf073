using Orrery.Core;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms;

/// <summary>
/// The errors of KMS. Sources: botocore model; KMS Developer Guide, "Key states of AWS KMS keys" (texts of states);
/// other texts as public clients report them, or ours.
/// </summary>
internal static class Errors
{
    /// <summary>NotFoundException.</summary>
    public static ServiceException NotFound(string message) => new("NotFoundException", message);

    /// <summary>NotFoundException: the id is none of a key.</summary>
    public static ServiceException NoKey(string arn) => NotFound($"Key '{arn}' does not exist");

    /// <summary>InvalidArnException.</summary>
    public static ServiceException Arn(string arn) => new("InvalidArnException", $"Invalid arn: {arn}");

    /// <summary>InvalidArnException: the ARN is none of a principal. Text: as Lambda passes it on
    /// (aws/chalice).</summary>
    public static ServiceException Principal(string arn) =>
        new("InvalidArnException", $"ARN does not refer to a valid principal: {arn}");

    /// <summary>ValidationException.</summary>
    public static ServiceException Validation(string message) => new("ValidationException", message);

    /// <summary>UnsupportedOperationException.</summary>
    public static ServiceException Unsupported(string message) => new("UnsupportedOperationException", message);

    /// <summary>UnsupportedOperationException: what Orrery does not serve, by name.</summary>
    public static ServiceException NotServed(string what) => Unsupported($"Orrery does not serve {what}.");

    /// <summary>DisabledException.</summary>
    public static ServiceException Disabled(string arn) => new("DisabledException", $"{arn} is disabled.");

    /// <summary>KMSInvalidStateException.</summary>
    public static ServiceException State(string arn, string state) =>
        new("KMSInvalidStateException", $"{arn} is {state}.");

    /// <summary>InvalidKeyUsageException.</summary>
    public static ServiceException Usage(string message) => new("InvalidKeyUsageException", message);

    /// <summary>InvalidCiphertextException: it says nothing more, as with AWS.</summary>
    public static ServiceException Ciphertext() => new("InvalidCiphertextException", "The ciphertext is invalid.");

    /// <summary>IncorrectKeyException.</summary>
    public static ServiceException IncorrectKey() => new(
        "IncorrectKeyException", "The key ID in the request does not identify a CMK that can perform this operation.");

    /// <summary>AccessDeniedException.</summary>
    public static ServiceException Denied(string message) => new("AccessDeniedException", message);

    /// <summary>AccessDeniedException: the key that a ciphertext names is not here.</summary>
    public static ServiceException NoCiphertextKey() => Denied(
        "The ciphertext refers to a customer master key that does not exist, does not exist in this region, "
        + "or you are not allowed to access.");

    /// <summary>AlreadyExistsException.</summary>
    public static ServiceException Exists(string message) => new("AlreadyExistsException", message);

    /// <summary>InvalidAliasNameException.</summary>
    public static ServiceException AliasName(string message) => new("InvalidAliasNameException", message);

    /// <summary>LimitExceededException.</summary>
    public static ServiceException Limit(string message) => new("LimitExceededException", message);

    /// <summary>MalformedPolicyDocumentException.</summary>
    public static ServiceException Policy(string message) => new("MalformedPolicyDocumentException", message);

    /// <summary>TagException.</summary>
    public static ServiceException Tag(string message) => new("TagException", message);

    /// <summary>InvalidMarkerException.</summary>
    public static ServiceException Marker() => new("InvalidMarkerException", "The marker is not valid.");

    /// <summary>InvalidGrantTokenException.</summary>
    public static ServiceException GrantToken() => new("InvalidGrantTokenException", "Invalid grant token.");

    /// <summary>DryRunOperationException.</summary>
    public static ServiceException DryRun() => new(
        "DryRunOperationException", "The request would have succeeded, but the DryRun option is set.");

    /// <summary>Refuses a request that was only a trial, after all that would have refused it anyway.</summary>
    /// <exception cref="ServiceException">DryRunOperationException.</exception>
    public static void StopIfDry(bool? dryRun)
    {
        if (dryRun == true) throw DryRun();
    }

    /// <summary>Refuses Nitro enclaves by name.</summary>
    /// <exception cref="ServiceException">UnsupportedOperationException.</exception>
    public static void RefuseRecipient(RecipientInfo? recipient)
    {
        if (recipient is not null) throw NotServed("Recipient (attested enclaves)");
    }
}
