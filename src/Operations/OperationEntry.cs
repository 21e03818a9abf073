using Orrery.Kernel.Calls;
using Orrery.Operations.Contents;
using Orrery.Wire.Schema;

namespace Orrery.Operations;

/// <summary>
/// A served operation: its schema joined with the code that runs it, whatever the types of request and result.
/// </summary>
/// <remarks>
/// Requests and results are <see cref="IShape"/> from here on to the answer: were the way typed, its tasks and state
/// machines would be compiled once an operation, and make up a tenth of the program's tables.
/// </remarks>
public abstract class OperationEntry
{
    private Func<ShapeReader, IShape>? _read;

    private protected OperationEntry(ServiceSchema service, string operation, bool isRead)
    {
        Service = service;
        Operation = operation;
        IsRead = isRead;
        Name = $"{service.SigningName}:{operation}";
    }

    /// <summary>The service that has it.</summary>
    public ServiceSchema Service { get; }

    /// <summary>The operation's name, for example <c>CreateVpc</c>.</summary>
    public string Operation { get; }

    /// <summary>
    /// What the wire says of the operation. Worked out when first asked for: all of them together would be most of what
    /// an idle program holds.
    /// </summary>
    public OperationSchema Schema => field ??= Service.Operation(Operation);

    /// <summary>Whether it cannot change the world.</summary>
    public bool IsRead { get; }

    /// <summary>The operation as IAM writes it, for example <c>ec2:CreateVpc</c>.</summary>
    public string Name { get; }

    /// <summary>Joins an operation that reads with its schema.</summary>
    public static OperationEntry Of<TRequest, TResult>(
        ServiceSchema service, string name, IReadOperation<TRequest, TResult> operation)
        where TRequest : class, IReadableShape<TRequest>
        where TResult : class, IReadableShape<TResult> => new TypedRead<TRequest, TResult>(service, name, operation);

    /// <summary>Joins an operation that writes with its schema.</summary>
    public static OperationEntry Of<TRequest, TResult>(
        ServiceSchema service, string name, IWriteOperation<TRequest, TResult> operation)
        where TRequest : class, IReadableShape<TRequest>
        where TResult : class, IReadableShape<TResult> => new TypedWrite<TRequest, TResult>(service, name, operation);

    /// <summary>Joins an operation that may wait with its schema.</summary>
    public static OperationEntry Of<TRequest, TResult>(
        ServiceSchema service, string name, IWaitingOperation<TRequest, TResult> operation)
        where TRequest : class, IReadableShape<TRequest>
        where TResult : class, IReadableShape<TResult> => new TypedWait<TRequest, TResult>(service, name, operation);

    /// <summary>Joins an operation that takes bytes in with its schema.</summary>
    public static OperationEntry Of<TRequest, TResult>(
        ServiceSchema service, string name, IStagingOperation<TRequest, TResult> operation)
        where TRequest : class, IReadableShape<TRequest>
        where TResult : class, IReadableShape<TResult> => new TypedStage<TRequest, TResult>(service, name, operation);

    /// <summary>Reads the request, runs the operation in a world and gives the result.</summary>
    /// <exception cref="Core.ServiceException">The request is malformed or refused.</exception>
    internal abstract ValueTask<IShape> RunAsync(OperationRun run);

    /// <summary>Reads the request from its parts.</summary>
    private protected abstract IShape ReadRequest(ShapeReader reader);

    /// <summary>
    /// Asks the guard, and notes what the caller used; services and timers are not asked about.
    /// </summary>
    /// <exception cref="Core.ServiceException">The caller may not.</exception>
    private protected void Admit(OperationRun run, IShape request, ReadCall call)
    {
        if (call.Caller.Kind is CallerKind.Service or CallerKind.Kernel) return;
        var guard = call.FindPort<IGuard>();
        guard?.Check(call, new(this, request, run.Request, run.Family));
        if (call is Call writing) guard?.NoteUse(writing, this);
    }

    /// <summary>Reads the request of a run.</summary>
    private protected IShape RequestOf(OperationRun run) =>
        run.Codec.ReadRequest(
            Schema, run.Request, run.Admission.Labels, _read ??= ReadRequest, run.Admission.Rules);
}
