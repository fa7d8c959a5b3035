namespace Rabta.Sheets;

/// <summary>What is left to unfold of one file, over all its parts.</summary>
internal sealed class UnfoldingBudget(long bytes)
{
    private long _spent;

    public void Spend(int read)
    {
        _spent += read;
        if (_spent > bytes)
        {
            throw new SheetRefusedException(SheetProblemCode.UnfoldsTooBig, null, SheetReader.Megabytes(bytes));
        }
    }
}

/// <summary>Counts while inflating, as the sizes an archive announces can lie.</summary>
/// <remarks>Also stops at markup that never closes: an attribute as long as the file would be held in memory at once.</remarks>
internal sealed class BoundedStream(Stream inner, UnfoldingBudget budget) : Stream
{
    private const int LongestMarkup = 8 * 1024 * 1024;
    private int _sinceClosed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        budget.Spend(read);
        var closed = buffer[..read].LastIndexOf((byte)'>');
        _sinceClosed = closed < 0 ? _sinceClosed + read : read - closed;
        return _sinceClosed <= LongestMarkup ? read : throw new InvalidDataException();
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }
        base.Dispose(disposing);
    }
}
