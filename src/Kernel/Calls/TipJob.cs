namespace Orrery.Kernel.Calls;

/// <summary>A job that gives a result.</summary>
internal sealed class TipJob<T>(Func<Tip, T> body, CancellationToken cancellation) : Job
{
    // Continuations must not run on the writer: a caller that goes on with heavy work would hold up the world.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _error;
    private T? _result;

    public Task<T> Task => _done.Task;

    public override void Run(Tip tip)
    {
        _error = null;
        try
        {
            cancellation.ThrowIfCancellationRequested();
            _result = body(tip);
        }
        catch (Exception error)
        {
            _error = error;
        }
    }

    public override void Complete()
    {
        if (_error is null)
            _done.TrySetResult(_result!);
        else if (_error is OperationCanceledException && cancellation.IsCancellationRequested)
            _done.TrySetCanceled(cancellation);
        else
            _done.TrySetException(_error);
    }

    public override void Fail(Exception error) => _done.TrySetException(error);
}
