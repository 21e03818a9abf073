using Orrery.Kernel.State;

namespace Orrery.Contracts.Keys;

/// <summary>Whether the caller may do something with a key.</summary>
public sealed record KeyQuestion
{
    /// <summary>Account and region of the key.</summary>
    public required Scope Scope { get; init; }

    /// <summary>The ARN of the key.</summary>
    public required string Arn { get; init; }

    /// <summary>The key policy.</summary>
    public required string Policy { get; init; }

    /// <summary>The action, for example <c>kms:Decrypt</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The service on whose behalf, as in <c>kms:ViaService</c>; null where the caller asks itself.</summary>
    public string? Via { get; init; }

    /// <summary>The service that uses the key for itself or with a role; null: whoever calls does.</summary>
    public KeyUser? By { get; init; }

    /// <summary>The encryption context.</summary>
    public IReadOnlyDictionary<string, string>? Context { get; init; }

    /// <summary>Whether a grant of the key allows it to the caller.</summary>
    public bool IsGranted { get; init; }
}
